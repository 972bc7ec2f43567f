"""People whom the news named, by name and post only."""

from council.models import Person, PersonAlias

from .councils import unit

# keeper, full name, before, after, home region
NAMED = [
    ("13.71", "Genny Hendri Septa", "", "", ""),
    ("13.71", "Vanny Andree Algamar", "", "", ""),
    ("13.71", "Ferri Erviyan Rinaldy", "", "", ""),
    ("12.74", "Abdul Hayyi Nasution", "", "", ""),
    ("12.74", "Arman", "", "", ""),
    ("12.74", "Helwani", "", "", "16.07"),
    ("12.74", "Pasriyani", "", "", "16.07"),
    ("12.74", "Tukimin", "", "", "32.18"),
    ("12.74", "Saluki", "", "", "32.18"),
    ("36.74", "Truetami Ajeng", "", "", ""),
    ("36.74", "Appgraid Purwanto", "", "", ""),
    ("13.76", "Meta", "", "", "13.75"),
    ("13.76", "Bambang Hermanto", "", "", ""),
    ("13.76", "Hayatil Mardhiyah", "", "", ""),
    ("13.76", "Latifah Maya Sari", "", "", "13.76"),
    ("18.72", "Silfia Naharani Wahdi", "dr.", "Sp.KKLp, M.M", ""),
    ("18.72", "Siti Aisyiah", "", "", ""),
    ("18.72", "Estelita", "", "", ""),
    ("18.72", "Farida", "", "", ""),
    ("18.72", "Ari", "", "", ""),
]


def build():
    for code, name, before, after, origin in NAMED:
        titles = {"title_before": before, "title_after": after}
        Person.objects.get_or_create(
            unit=unit(code),
            full_name=name,
            is_example=False,
            defaults={**titles, "origin_id": origin or None},
        )
    # The same article writes her name in two ways.
    PersonAlias.objects.get_or_create(
        person=named("Truetami Ajeng"), name="Treutami Ajeng"
    )


def named(full_name) -> Person:
    return Person.objects.get(full_name=full_name, is_example=False)
