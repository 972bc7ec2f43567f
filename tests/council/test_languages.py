import pytest

from django.apps import apps
from django.template import Context, Template
from django.utils.translation import override

from council.languages import (
    lacking_english,
    parts_of,
    shown,
    translated_fields,
    what_lacks_english,
)
from tests.factories import (
    create_business,
    create_class,
    create_product,
    create_requirement,
    create_unit,
)
from trainings.models import Training, TrainingClass

OWN = {"council", "artisans", "programs", "events", "trainings"}


def drawn(text, form='""', *, language="en"):
    with override(language):
        said = shown(*text)
        return Template("{% told text " + form + " %}").render(Context({"text": said}))


def test_english_words_stand_alone():
    assert drawn(("Tas", "Bag")) == "Bag"


def test_missing_english_is_marked_and_read_as_indonesian():
    html = drawn(("Tas <anyam>", ""))

    assert '<span lang="id">Tas &lt;anyam&gt;</span>' in html
    assert "Indonesian only" in html


def test_paragraphs_are_marked_as_a_whole():
    html = drawn(("Satu.\n\nDua.", ""), '"prose"')

    assert html.startswith('<div lang="id"><p>Satu.</p>')
    assert html.count("Indonesian only") == 1


@pytest.mark.parametrize("text", [("Tas", ""), ("Tas", "Bag"), ("", "")])
def test_readers_of_indonesian_see_no_mark(text):
    assert drawn(text, language="id") == text[0]


def test_what_is_cut_short_keeps_its_mark():
    html = drawn(("satu dua tiga", ""), '"" 2')

    assert "satu dua…" in html and "only-id" in html


def test_each_line_of_a_list_is_an_item():
    assert drawn(("Satu\nDua", "One\n\nTwo"), '"list"') == (
        "<ul><li>One</li><li>Two</li></ul>"
    )


@pytest.mark.parametrize("text", ["200 × 50 cm", "XL", "38–42", "ke-9"])
def test_what_holds_no_word_needs_no_english(text):
    assert drawn((text, "")) == text
    assert "only-id" in drawn((f"{text} sepasang", ""))


def test_every_english_field_stands_beside_its_indonesian_one():
    for model in apps.get_models():
        if model._meta.app_label in OWN:
            names = {field.name for field in model._meta.concrete_fields}
            english = {name for name in names if name.endswith("_en")}
            twins = {f"{name}_en" for name in translated_fields(model)}
            assert english == twins, model
            assert all(part.related_model for part in parts_of(model))


@pytest.mark.django_db
def test_units_that_the_portal_knows_need_no_english():
    known = create_product(name="Tas", name_en="Bag", price_unit="Lembar")
    other = create_product(name="Tas", name_en="Bag", price_unit="gulung")

    assert list(lacking_english(type(known).objects.all())) == [other]
    assert (what_lacks_english(known), len(what_lacks_english(other))) == ([], 1)
    with override("en"):
        assert (str(known.shown_price_unit), str(known.counted_unit)) == (
            "sheet",
            "sheets",
        )
        assert other.shown_price_unit.is_only_indonesian


@pytest.mark.django_db
def test_what_one_class_asks_is_missing_on_the_form_of_that_class():
    training_class = create_class(name="Kelas", name_en="Class")
    create_requirement("alat", training_class=training_class, text="gunting")

    classes = TrainingClass.objects.all()
    trainings = Training.objects.filter(pk=training_class.training_id)
    trainings.update(title_en="Training", facilities="")
    assert list(lacking_english(classes)) == [training_class]
    assert list(lacking_english(trainings)) == []
    assert what_lacks_english(trainings.get()) == []
    create_requirement("alat", training_class=training_class, for_all=True, text="KTP")
    assert list(lacking_english(trainings)) == list(trainings)


@pytest.mark.django_db
def test_the_row_and_the_set_agree_on_what_is_missing():
    whole = create_product(name="Tas", name_en="Bag")
    bare = create_product(name="Topi")
    of_photo = create_product(name="Kain", name_en="Cloth")
    of_photo.photos.create(image="foto/a.jpg", alt="Kain biru")
    maker = create_business(quote="Sabar.", visiting="Senin", visiting_en="Monday")
    unit = create_unit(about="Dewan", about_en="Council")

    rows = type(whole).objects.all()
    assert set(lacking_english(rows)) == {bare, of_photo}
    for row in rows:
        assert bool(what_lacks_english(row)) == (row != whole)
    with override("en"):
        assert what_lacks_english(of_photo) == ["What the photo shows"]
        assert what_lacks_english(maker) == ["One quote"]
    assert not what_lacks_english(unit)
