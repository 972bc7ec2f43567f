"""
Pictures of craft, drawn by the code.

The demonstration shows no borrowed photograph: patterns are drawn as one repeat,
laid on the form of a thing, and lit. The same seed gives the same picture.
"""
