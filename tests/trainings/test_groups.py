import pytest

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from artisans.models import Artisan
from council.models import Message
from tests.factories import (
    create_artisan,
    create_class,
    create_question,
    create_requirement,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from tests.forms import form_data
from trainings.enrolment import cancel, enrol
from trainings.groups import candidates, register
from trainings.models import GroupRegistration, TrainingClass
from trainings.on_behalf import officer_of
from trainings.requirements import unmet

from .test_admin import text_of

pytestmark = pytest.mark.django_db

HAND_IN = "admin:trainings_trainingclass_hand_in"
CONFIRMED, WAITING, APPLIED = "terdaftar", "menunggu", "diajukan"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def ciputat():
    return create_unit(code="36.74.04")


@pytest.fixture
def officer(ciputat):
    return create_staff(unit=ciputat, first_name="Siti", last_name="Aminah")


@pytest.fixture
def desk(visit, officer):
    return visit(officer)


def a_class(unit=None, **fields):
    training = create_training(unit=unit or create_unit(code="36.74.04"))
    return create_class(training=training, **fields)


def members(number, **fields):
    return [create_artisan(**fields) for _turn in range(number)]


def as_many(training_class, group, by, key="form"):
    return register(training_class, group, request_key=key, by=by)


def all_or_nobody(training_class, group, by, key="form"):
    return register(training_class, group, request_key=key, by=by, needs_all=True)


def statuses(training_class):
    return [row.status for row in training_class.enrolments.order_by("ticket")]


def page(training_class):
    return reverse("admin:trainings_trainingclass_group", args=[training_class.pk])


# The function


def test_a_group_gets_seats_in_the_order_given_then_places_in_line(officer):
    training_class, group = a_class(quota=2), members(3)

    registration = as_many(training_class, group, officer)

    assert [answer.artisan for answer in registration.answers.all()] == group
    assert statuses(training_class) == [CONFIRMED, CONFIRMED, WAITING]
    assert Message.objects.count() == 3


def test_whoever_cannot_is_told_apart_and_the_others_get_in(officer):
    training_class = a_class()
    ready, unready = create_artisan(), create_artisan(complete=False)

    registration = as_many(training_class, [unready, ready], officer)

    refused, given = registration.answers.all()
    assert "Still missing" in refused.refusal and refused.enrolment is None
    assert given.enrolment.is_confirmed
    assert statuses(training_class) == [CONFIRMED]


@pytest.mark.parametrize(
    ("quota", "complete"), [(1, True), (5, False)], ids=["no seats", "cannot"]
)
def test_all_or_nobody_leaves_everybody_where_they_were(officer, quota, complete):
    training_class = a_class(quota=quota)
    group = [create_artisan(), create_artisan(complete=complete)]

    registration = all_or_nobody(training_class, group, officer)

    training_class.refresh_from_db()
    assert registration.is_refused
    assert (statuses(training_class), training_class.taken) == ([], 0)
    assert not Message.objects.exists()
    good, hindered = registration.answers.all()
    assert (good.refusal, good.enrolment) == ("", None)
    assert hindered.refusal


def test_all_or_nobody_takes_all_where_all_can(officer):
    training_class = a_class(quota=2)

    registration = all_or_nobody(training_class, members(2), officer)

    assert not registration.is_refused
    assert statuses(training_class) == [CONFIRMED, CONFIRMED]


def test_an_application_is_what_a_group_came_for_in_a_moderated_class(officer):
    training_class = a_class(quota=1, admission="seleksi")

    assert not all_or_nobody(training_class, members(2), officer).is_refused
    assert statuses(training_class) == [APPLIED, APPLIED]


def test_whoever_is_in_already_keeps_the_place_they_have(officer):
    training_class, (old, new) = a_class(), members(2)
    mine = enrol(old, training_class, request_key="own")

    registration = all_or_nobody(training_class, [old, new], officer)

    first, second = registration.answers.all()
    assert (first.enrolment, first.is_earlier) == (mine, True)
    assert second.enrolment.is_confirmed and not second.is_earlier


@pytest.mark.parametrize("status", [WAITING, "ditolak"])
def test_a_member_who_waits_or_was_refused_before_is_not_in(officer, status):
    training_class, (old, new) = a_class(), members(2)
    enrol(old, training_class, request_key="own")
    training_class.enrolments.update(status=status)

    registration = all_or_nobody(training_class, [old, new], officer)

    hindered, good = registration.answers.all()
    assert registration.is_refused
    assert hindered.is_earlier and hindered.refusal
    assert good.enrolment is None
    assert training_class.enrolments.get().artisan == old


def test_the_same_form_again_is_answered_as_before(officer):
    training_class, group = a_class(), members(2)
    first = as_many(training_class, group, officer)
    cancel(training_class.enrolments.first(), by=officer, reason="Sakit")

    again = as_many(training_class, group, officer)

    assert again == first
    assert statuses(training_class) == ["batal", CONFIRMED]


def test_a_refused_form_stays_refused_and_a_new_one_may_succeed(officer):
    training_class, group = a_class(quota=1), members(2)
    refused = all_or_nobody(training_class, group, officer)
    training_class.quota = 2
    training_class.save(update_fields=["quota"])

    assert all_or_nobody(training_class, group, officer) == refused
    assert not all_or_nobody(training_class, group, officer, key="new").is_refused


def test_who_registered_them_is_kept(officer):
    training_class, (member, own) = a_class(), members(2)
    as_many(training_class, [member], officer)
    mine = enrol(own, training_class, request_key="own")

    kept = officer_of(training_class.enrolments.get(artisan=member))

    assert str(kept) == "Siti Aminah, Dekranasda Ciputat"
    assert officer_of(mine) is None


def test_the_preview_agrees_with_the_door(officer):
    training = create_training(unit=create_unit(code="36.74.04"))
    one, other = (create_class(training=training) for _turn in range(2))
    ready, unready, clashing, inside = members(4)
    unready.person.gender = ""
    unready.person.save(update_fields=["gender"])
    enrol(clashing, other, request_key="a")
    enrol(inside, one, request_key="b")
    group = [ready, unready, clashing, inside]

    seen = candidates(one, group)
    registration = as_many(one, group, officer)

    assert [each.can_join for each in seen] == [True, False, False, False]
    assert seen[3].place is not None
    given = [
        bool(answer.enrolment_id) and not answer.is_earlier
        for answer in registration.answers.all()
    ]
    assert given == [each.can_join for each in seen]


@pytest.mark.once
def test_the_preview_costs_the_same_for_one_and_for_thirty(
    officer, django_assert_max_num_queries
):
    training = create_training(unit=create_unit(code="36.74.04"))
    one, other = (create_class(training=training) for _turn in range(2))
    group = members(30)
    for member in group[:15]:
        enrol(member, other, request_key="a")

    with django_assert_max_num_queries(11):
        assert len(candidates(one, group)) == 30


# The page


def test_an_officer_ticks_members_and_sees_what_each_got(desk, ciputat):
    training_class = a_class(quota=1)
    one, two = create_artisan(full_name="Ani"), create_artisan(full_name="Budi")
    response = desk.get(page(training_class))
    form = form_data(response.content.decode())

    done = desk.post(
        page(training_class), {**form, "chosen": [two.pk, one.pk]}, follow=True
    )

    assert statuses(training_class) == [CONFIRMED, WAITING]
    assert training_class.enrolments.order_by("ticket").first().artisan == one
    assert "Registered by Siti Aminah" in text_of(done)
    assert GroupRegistration.objects.get().unit == ciputat


def test_ticks_are_kept_while_searching(desk):
    training_class = a_class()
    ticked = create_artisan(full_name="Ani")
    create_artisan(full_name="Budi")
    create_artisan(full_name="Cici")

    response = desk.post(
        page(training_class), {"search": "1", "q": "bud", "chosen": [ticked.pk]}
    )

    html = response.content.decode()
    assert f'value="{ticked.pk}" checked' in html
    assert "Budi" in html and "Cici" not in html
    assert not training_class.enrolments.exists()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Tick at least one member."),
        ({"chosen": ["0x"]}, "One of the members is unknown."),
        ({"chosen": ["other"]}, "does not belong to your unit"),
        ({"chosen": ["own"], "how": "x"}, "Choose what happens"),
        ({"chosen": ["own"], "request_key": "k" * 41}, "40"),
    ],
)
def test_what_is_missing_is_said_above_the_form(desk, answers, sentence):
    training_class = a_class()
    people = {
        "own": create_artisan().pk,
        "other": create_artisan(unit=create_unit(code="13.71")).pk,
    }
    sent = {"how": "many", "request_key": "k", **answers}
    sent["chosen"] = [people.get(key, key) for key in sent.get("chosen", [])]

    response = desk.post(page(training_class), sent)

    assert response.status_code == 200
    assert sentence in text_of(response)
    assert not training_class.enrolments.exists()


def test_a_kecamatan_registers_its_members_for_the_citys_class(visit, ciputat):
    city_class = a_class(unit=create_unit(code="36.74"))
    neighbours = a_class(unit=create_unit(code="36.74.01"))
    desk, member = visit(create_staff(unit=ciputat)), create_artisan(unit=ciputat)

    assert desk.get(page(neighbours)).status_code == 404
    sent = {"chosen": [member.pk], "how": "many", "request_key": "k"}
    response = desk.post(page(city_class), sent, follow=True)

    assert response.status_code == 200
    assert statuses(city_class) == [CONFIRMED]
    # The board of the city stays the city's.
    assert "Seat board" not in text_of(response)


def test_an_officer_hands_in_for_a_member_from_the_preview(desk, visit, ciputat):
    training_class, member = a_class(), create_artisan(full_name="Ani")
    question = create_question(training_class=training_class)
    own = reverse(HAND_IN, args=[training_class.pk, member.pk])
    on_behalf = {"training_class": training_class.pk, "artisan": member.pk}
    on_behalf["request_key"] = "k"

    assert own in text_of(desk.get(page(training_class)))
    refused = desk.post(reverse("admin:trainings_enrolment_add"), on_behalf)
    assert f'<a href="{own}">' in text_of(refused)
    assert "Please answer this." in text_of(desk.post(own, {}))
    done = desk.post(own, {f"q{question.pk}": "M"}, follow=True)

    assert f'value="{member.pk}" checked' in text_of(done)
    assert own not in text_of(done)
    assert unmet(training_class, member) == []
    assert "nothing to hand in" in text_of(desk.get(own))


def test_nobody_hands_in_for_members_of_others(desk, visit, ciputat):
    city_class = a_class(unit=create_unit(code="36.74"))
    create_question(training_class=city_class, is_required=False)
    mine, theirs = (
        create_artisan(unit=unit) for unit in (ciputat, create_unit(code="36.74.01"))
    )
    observer = visit(create_staff(unit=ciputat, role="Pengamat"))
    foreign = visit(create_staff(unit=create_unit(code="13.71")))

    def code(browser, artisan):
        return browser.get(reverse(HAND_IN, args=[city_class.pk, artisan.pk]))

    assert code(desk, mine).status_code == 200
    assert code(desk, theirs).status_code == 404
    assert code(observer, mine).status_code == 403
    assert code(foreign, mine).status_code == 404


def test_who_still_lacks_something_is_reminded_by_whatsapp(desk, visit, ciputat):
    training_class = a_class()
    whole, unfinished = members(2)
    Artisan.objects.filter(pk=unfinished.pk).update(main_craft=None)
    address = reverse(HAND_IN, args=[training_class.pk, unfinished.pk])

    listed = desk.get(page(training_class)).content.decode()
    text = desk.get(address).context["reminder"]

    assert address in listed
    assert reverse(HAND_IN, args=[training_class.pk, whole.pk]) not in listed
    assert "kurang: kriya utama" in text
    assert f"/pelatihan/{training_class.training.slug}/" in text
    create_requirement("pernyataan", training_class=training_class, text="Mau hadir.")
    Artisan.objects.filter(pk=unfinished.pk).update(main_craft=whole.main_craft)
    text = desk.get(address).context["reminder"]
    assert "Mau hadir. Lengkapi" in text
    TrainingClass.objects.update(closes_at=timezone.now())
    assert address not in desk.get(page(training_class)).content.decode()
    assert desk.get(address).context["reminder"] == ""


def test_a_class_takes_what_those_who_asked_for_it_hand_in(desk, visit, ciputat):
    training_class = a_class()
    guest = create_artisan(unit=create_unit(code="13.71"))
    address = reverse(HAND_IN, args=[training_class.pk, guest.pk])
    assert desk.get(address).status_code == 404

    enrol(guest, training_class, request_key="k")

    assert desk.get(address).status_code == 200


def test_an_unpublished_class_above_is_nobodys_yet(visit, ciputat):
    draft = create_class(
        training=create_training(unit=create_unit(code="36.74"), published=False)
    )

    assert visit(create_staff(unit=ciputat)).get(page(draft)).status_code == 404


def test_what_a_group_got_is_seen_by_its_unit_alone(visit, officer, desk):
    training_class = a_class(unit=create_unit(code="36.74"))
    registration = as_many(training_class, members(1), officer)
    address = registration.get_absolute_url()

    assert desk.get(address).status_code == 200
    neighbour = visit(create_staff(unit=create_unit(code="36.74.01")))
    assert neighbour.get(address).status_code == 404


def test_the_observer_registers_nobody(visit, ciputat):
    observer = visit(create_staff(unit=ciputat, role="Pengamat"))

    assert observer.get(page(a_class())).status_code == 403


def test_chosen_artisans_are_taken_to_the_choice_of_a_class(desk):
    training_class, group = a_class(name="Kelas Pagi"), members(2)
    listed = reverse("admin:artisans_artisan_changelist")
    keys = [member.pk for member in group]

    chosen = desk.post(
        listed,
        {"action": "register_for_a_class", "_selected_action": keys},
        follow=True,
    )
    ticked = desk.get(page(training_class), {"pilih": [*keys, "9999999999999", "x"]})

    assert "2 members are ticked" in text_of(chosen)
    assert "Kelas Pagi" in text_of(chosen)
    assert ticked.content.decode().count(" checked>") == 3


def test_the_observer_has_no_such_action(visit, ciputat):
    observer = visit(create_staff(unit=ciputat, role="Pengamat"))
    create_artisan()

    html = text_of(observer.get(reverse("admin:artisans_artisan_changelist")))

    assert "register_for_a_class" not in html


def test_an_artisan_reads_who_registered_them(visit, officer):
    user = create_user()
    member = create_artisan(user=user)
    training_class = a_class()
    as_many(training_class, [member], officer)

    response = visit(user).get(training_class.enrolments.get().get_absolute_url())

    assert "Siti Aminah, Dekranasda Ciputat" in text_of(response)
