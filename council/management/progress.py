"""A progress bar on a terminal; silence in a file or a pipe."""

WIDTH = 30


class Progress:
    """Draw how far a long work is: `bar = Progress(stdout, "Wilayah"); bar(3, 10)`."""

    def __init__(self, stream, title: str):
        self.stream, self.title = stream, title
        self.is_shown = getattr(stream, "isatty", lambda: False)()

    def __call__(self, done: int, total: int) -> None:
        if not self.is_shown or not total:
            return
        full = done * WIDTH // total
        bar = "█" * full + "░" * (WIDTH - full)
        self.stream.write(
            f"\r{self.title} {bar} {done * 100 // total:3d} %",
            ending="\n" if done >= total else "",
        )
        self.stream.flush()
