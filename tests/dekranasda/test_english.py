import pytest

from django.urls import reverse
from django.utils.translation import override

from artisans.models import Product
from tests.factories import (
    create_activity,
    create_business,
    create_class,
    create_product,
    create_program,
    create_staff,
    create_training,
    create_unit,
    create_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tas():
    return create_product(name="Tas anyam")


@pytest.fixture
def officer(tas):
    return create_staff(unit=tas.business.unit)


def test_staff_see_what_is_missing_and_find_its_form(visit, officer, tas):
    create_product(business=tas.business, name="Topi", name_en="Hat")
    create_product(business=tas.business, name="Draf", verified=False)

    html = visit(officer).get(reverse("admin:english")).content.decode()

    assert reverse("admin:artisans_product_change", args=[tas.pk]) in html
    assert "Topi" not in html and "Draf" not in html


def test_the_number_on_the_staff_home_is_what_its_list_shows(visit, officer, tas):
    create_product(business=tas.business, name="Topi", name_en="Hat")
    desk = visit(officer)

    figures = desk.get(reverse("admin:index")).context["in_english"]

    products = next(each for each in figures if "/product/" in each.url)
    assert products.count == 1
    assert list(desk.get(products.url).context["cl"].queryset) == [tas]


def test_a_neighbour_sees_nothing_of_it(visit, tas):
    neighbour = create_staff(unit=create_unit(code="13.71"))

    html = visit(neighbour).get(reverse("admin:english")).content.decode()

    assert "Tas anyam" not in html
    assert Product.objects.count() == 1


def test_who_writes_no_pages_is_kept_out(visit):
    nobody = create_staff(unit=create_unit(), role="")

    assert visit(nobody).get(reverse("admin:english")).status_code == 403


@pytest.mark.once
def test_a_page_costs_the_same_however_much_is_missing(
    visit, officer, tas, django_assert_max_num_queries
):
    for number in range(12):
        create_product(business=tas.business, name=f"Tas {number}")
    with django_assert_max_num_queries(60):
        visit(officer).get(reverse("admin:english"))


def test_a_training_is_listed_once_with_its_class_apart(visit, tas):
    unit = tas.business.unit
    training_class = create_class(training=create_training(unit=unit, title="Menenun"))
    create_activity(unit=unit, title="Lomba")

    html = visit(create_staff(unit=unit)).get(reverse("admin:english")).content.decode()

    assert html.count(">Menenun<") == 1
    assert form_of(training_class) in html
    activities = visit(create_staff(unit=unit)).get(
        reverse("admin:programs_activity_changelist"), {"english": "missing"}
    )
    assert [row.title for row in activities.context["cl"].queryset] == ["Lomba"]


def form_of(row):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def test_words_that_all_councils_share_are_for_the_root(visit, officer, tas):
    craft = tas.craft
    type(craft).objects.filter(pk=craft.pk).update(technique="tenun", technique_en="")
    root = create_user(is_staff=True, is_superuser=True)

    def page(user):
        return visit(user).get(reverse("admin:english")).content.decode()

    assert form_of(craft) in page(root)
    assert form_of(craft) not in page(officer)


def test_makers_and_councils_speak_english(client):
    maker = create_business(
        quote="Yang halus itu yang sabar.",
        visiting="Setiap hari",
        visiting_en="Every day",
    )
    council = create_unit(code="13.71", about="Dewan.", about_en="The council.")
    create_program(unit=council, title="Kerang naik kelas", goal="Laku.")

    html = page_in_english(client, maker)
    assert "Every day" in html and "Setiap hari" not in html
    assert '<span lang="id">“Yang halus itu yang sabar.”</span>' in html
    html = page_in_english(client, council)
    assert "The council." in html
    assert '<span lang="id">Kerang naik kelas</span>' in html
    assert "only-id" not in client.get(maker.get_absolute_url()).content.decode()


def page_in_english(client, page):
    with override("en"):
        return client.get(page.get_absolute_url()).content.decode()
