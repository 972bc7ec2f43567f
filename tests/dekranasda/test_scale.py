import pytest

from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from artisans.models import (
    Business,
    Craft,
    Material,
    Motif,
    Product,
    ProductKind,
    ProductPhoto,
)
from council.models import Person, Unit
from programs.models import Activity
from tests.factories import (
    create_artisan,
    create_class,
    create_product,
    create_region,
    create_training,
)
from trainings.enrolment import enrol
from trainings.models import Enrolment, Training, TrainingClass

pytestmark = pytest.mark.django_db

SIZE = {"businesses": 20, "products": 100, "trainings": 10}


@pytest.fixture
def debug(settings):
    settings.DEBUG = True


@pytest.fixture
def world(debug):
    """A few words and places, so that the whole vocabulary need not be loaded."""
    for number in range(4):
        create_region(code=f"36.74.04.100{number}")
        create_region(code=f"13.71.01.100{number}")
        Craft.objects.create(
            slug=f"kriya{number}", name=f"Kriya {number}", family="lain"
        )
        for model in (Material, Motif, ProductKind):
            model.objects.create(slug=f"kata{number}", name=f"kata {number}")


def scale(*options, **size):
    call_command("scale", "--without-pictures", *options, **size)


def test_builds_as_many_as_asked_all_marked_as_examples(world):
    scale(**SIZE)

    assert Business.objects.filter(is_example=True).count() == 20
    assert Product.objects.filter(is_example=True).count() == 100
    assert Activity.objects.filter(is_example=True).count() == 10
    assert TrainingClass.objects.count() >= 10
    assert Person.objects.filter(is_example=False).count() == 0
    assert set(Unit.objects.values_list("code", "level", "is_example")) == {
        ("13.71", "kabkota", True),
        ("36.74", "kabkota", True),
    }


def test_a_few_crafts_have_much(world):
    scale(businesses=200, products=800, trainings=0)

    numbers = [craft.product_count for craft in Craft.objects.with_numbers()]
    assert max(numbers) > 2 * min(numbers) > 0


def test_what_it_builds_is_on_the_public_pages(world, client):
    scale(**SIZE)
    product = Product.objects.published().first()
    training = Activity.objects.published().first()

    for page in (product, product.business, training):
        assert client.get(page.get_absolute_url()).status_code == 200


def test_more_can_be_added_by_hand_and_again(world):
    scale(**SIZE)
    create_product()
    scale(**SIZE)

    assert Product.objects.count() == 201


def test_takes_away_what_it_built_and_nothing_else(world):
    mine, training = create_product(), create_training()
    mine.materials.add(Material.objects.first())
    own = enrol(create_artisan(), create_class(training=training), request_key="a")
    scale(**SIZE)
    visitor = create_artisan()
    theirs = Training.objects.exclude(pk=training.pk)
    theirs.update(
        starts_on=training.starts_on, ends_on=training.ends_on, status="rencana"
    )
    open_class = create_class(training=theirs.first(), name="Lain")
    enrol(visitor, open_class, request_key="b")

    scale("--remove")

    assert list(Product.objects.all()) == [mine]
    assert list(Activity.objects.values_list("pk", flat=True)) == [training.pk]
    assert list(Enrolment.objects.all()) == [own]
    assert visitor.person in Person.objects.all()
    assert not Unit.objects.filter(slug__startswith="skala-").exists()


def test_pictures_are_shared_and_go_with_the_last(
    world, django_capture_on_commit_callbacks
):
    call_command("scale", businesses=2, products=20, trainings=0)
    photo = ProductPhoto.objects.first().image
    assert default_storage.exists(photo.name)

    with django_capture_on_commit_callbacks(execute=True):
        scale("--remove")

    assert not any(default_storage.exists(name) for name in photo.stored_names())


def test_products_need_makers(world):
    with pytest.raises(CommandError, match="memerlukan perajin"):
        scale(businesses=0, products=5)


def test_is_not_for_production(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        scale(**SIZE)
