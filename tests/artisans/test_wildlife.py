import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse

from artisans.models import Material, Product
from artisans.models.status import Status
from artisans.wildlife import protected_in
from dekranasda.demonstration.showcase import invented
from tests.factories import create_product, create_staff, create_user
from tests.forms import form_data

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "Cincin sisik penyu",
        "Gelang Penyu",
        "Penyu awetan hiasan ruang tamu",
        "Gelang akar bahar asli",
        "AKAR-BAHAR",
        "Pipa gading gajah",
        "Patung gading gajah",
        "Tongkat ukiran dari gading",
        "Kalung dari batu karang",
        "Kuku macan dan taring harimau",
        "Turtle shell comb",
        "Carved ivory box",
        "Patung penyu dari sisik penyu",
        "Mahkota bulu cenderawasih",
    ],
)
def test_goods_of_protected_wildlife_are_recognised(text):
    assert protected_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lampu kulit kerang",
        "Kerajinan kerang Tanjungbalai",
        "Selendang rajut putih gading",
        "Tas, gading dan soga",
        "Crochet bag, ivory",
        "Batik motif penyu",
        "Kain bermotif anak penyu",
        "Boneka penyu rajut",
        "Gantungan kunci bentuk penyu",
        "Tapis motif gajah",
        "Kalung akar bahar imitasi",
        "Bukan gading gajah, tulang sapi",
        "Dibuat di Kelapa Gading",
        "Kain dari Karangasem",
        "Ukiran tanduk kerbau",
        "Kap lampu warna karang laut",
        "Keris dengan pamor",
        "Coral red shawl",
    ],
)
def test_harmless_words_are_let_through(text):
    assert protected_in(text) is None


def test_no_invented_product_is_refused():
    for row in invented():
        for name in ("name", "name_en", "description", "description_en"):
            assert protected_in(row["fields"][name]) is None


@pytest.mark.parametrize("field", ["name", "name_en", "description", "description_en"])
def test_the_refusal_stands_beside_the_words_and_names_the_law(field):
    product = create_product()
    setattr(product, field, "Sisir sisik penyu")

    with pytest.raises(ValidationError) as refused:
        product.full_clean()

    sentence = refused.value.message_dict[field][0]
    assert "sisik penyu" in sentence
    assert "UU 5/1990" in sentence
    assert "UU 32/2024" in sentence


def protected(name="gading gajah"):
    return Material.objects.create(name=name, slug="gading", is_protected=True)


def test_staff_cannot_choose_a_protected_material(visit):
    product = create_product()
    staff = visit(create_staff(unit=product.business.unit))
    address = reverse("admin:artisans_product_change", args=[product.pk])
    data = form_data(staff.get(address).content.decode())

    html = staff.post(address, {**data, "materials": [protected().pk]}).content.decode()

    assert "gading gajah: satwa dilindungi" in html
    assert not product.materials.exists()


def test_a_material_that_becomes_protected_takes_its_products_along(visit, client):
    material = Material.objects.create(name="karang", slug="karang")
    product, other = create_product(), create_product()
    product.materials.add(material)
    root = visit(create_user(is_staff=True, is_superuser=True))
    address = reverse("admin:artisans_material_change", args=[material.pk])

    root.post(address, {"name": "karang", "name_en": "coral", "is_protected": "on"})

    product.refresh_from_db()
    assert product.status == Status.NEEDS_REVISION
    assert "satwa dilindungi" in product.status_reason
    assert client.get(product.get_absolute_url()).status_code == 404
    assert client.get(other.get_absolute_url()).status_code == 200


def test_staff_do_not_verify_what_is_made_of_it(visit):
    barred, fine = (create_product(verified=False) for _each in range(2))
    barred.materials.add(protected())
    staff = visit(create_staff(unit=barred.business.unit))

    data = {"action": "verify", "_selected_action": [barred.pk, fine.pk]}
    staff.post(reverse("admin:artisans_product_changelist"), data)

    shown = Product.objects.filter(status=Status.VERIFIED)
    assert list(shown) == [fine]
