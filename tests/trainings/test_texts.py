import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from council.models import Message
from tests.factories import (
    create_artisan,
    create_class,
    create_staff,
    create_training,
    create_unit,
)
from tests.forms import form_data
from trainings.enrolment import enrol
from trainings.house_texts import HOUSE
from trainings.models import MessageText
from trainings.texts import Occasion, filled, house, sampled, words_for

from .test_admin import text_of

pytestmark = pytest.mark.django_db

Situation = MessageText.Situation


def a_text(*, unit=None, situation=Situation.CONFIRMED, **fields):
    fields.setdefault("subject", "Perihal")
    fields.setdefault("body", "Anda terdaftar.")
    fields.setdefault("whatsapp", "Yth. {nama}")
    return MessageText(unit=unit or create_unit(), situation=situation, **fields)


def kept(**fields):
    text = a_text(**fields)
    text.full_clean()
    text.save()
    return text


def join(training_class):
    artisan = create_artisan(full_name="Rosmawati")
    return enrol(artisan, training_class, request_key="form")


def test_every_situation_has_a_text_of_the_house_that_passes_its_own_rules():
    for situation in Situation:
        for language in ("id", "en"):
            with override(language):
                words = house(situation)
                text = MessageText(situation=situation, **vars(words))
                assert text.faults == {}, (situation, language)
                assert "{" not in "".join(vars(sampled(text)).values())
    assert set(HOUSE) == set(Situation)


def test_the_brackets_are_filled_in_the_language_of_the_portal():
    training = create_training(venue="Balai Warga", title="Pelatihan Tenun")
    row = join(create_class(training=training, name="Kelas Pagi"))

    with override("en"):
        words = words_for(Occasion.of(row), Situation.CONFIRMED)

    assert "Rosmawati" in words.whatsapp
    assert "Anda terdaftar." in words.body
    assert "Kelas Pagi · Pelatihan Tenun" in words.body
    assert row.get_absolute_url() in words.whatsapp


def test_a_training_goes_before_its_council_and_that_before_those_above():
    kecamatan, city = create_unit(code="36.74.04"), create_unit(code="36.74")
    training_class = create_class(training=create_training(unit=kecamatan))
    occasion = Occasion.of(join(training_class))

    def subject():
        return words_for(occasion, Situation.CONFIRMED).subject

    found = [subject()]
    kept(unit=create_unit(code="36.74.01"), subject="Tetangga")
    for fields in (
        {"unit": city, "subject": "Kota"},
        {"unit": kecamatan, "subject": "Kecamatan"},
        {"unit": kecamatan, "training": training_class.training, "subject": "Sendiri"},
    ):
        kept(**fields)
        found.append(subject())

    assert found[1:] == ["Kota", "Kecamatan", "Sendiri"]
    assert found[0] not in {"Tetangga", "Kota"}


def test_what_the_council_wrote_is_what_people_get():
    kept(subject="Selamat,\n{nama}", body="Terdaftar: {kelas}.")

    row = join(create_class(name="Kelas Pagi"))

    message = Message.objects.get(cause=f"enrolment-{row.pk}-confirmed")
    assert message.body == "Terdaftar: Kelas Pagi."


def test_a_name_cannot_fill_a_bracket_or_start_a_header():
    text = a_text(subject="Untuk {nama}", body="{nama}", whatsapp="{nama}")

    words = filled(text, lambda name: "Ani {alasan}\nBcc: x@contoh.example")

    assert words.subject == "Untuk Ani {alasan} Bcc: x@contoh.example"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("body", "Halo {nama_lengkap}", "{nama_lengkap} tidak dapat"),
        ("subject", "Nomor {nomor}", "{nomor} tidak dapat"),
        ("whatsapp", "Halo {nama", "kurawal"),
        ("whatsapp", "Halo {}", "kurawal"),
        ("body", "Terima: {terima}", "{terima} tidak dapat"),
    ],
)
def test_a_bracket_that_means_nothing_is_refused_in_a_sentence(field, text, sentence):
    with pytest.raises(ValidationError) as refused:
        a_text(**{field: text}).full_clean()

    assert sentence in refused.value.message_dict[field][0]


def test_the_links_of_an_offer_stand_only_in_its_e_mail():
    offered = Situation.OFFERED
    a_text(situation=offered, body="{terima} {tolak} {batas}").full_clean()

    with pytest.raises(ValidationError) as refused:
        a_text(situation=offered, whatsapp="{terima}").full_clean()

    assert set(refused.value.message_dict) == {"whatsapp"}


def test_a_situation_is_worded_once():
    kept()
    with pytest.raises(ValidationError):
        kept()
    other = create_training(unit=create_unit(code="13.71"))
    with pytest.raises(ValidationError) as refused:
        kept(training=other)
    assert "training" in refused.value.message_dict


# In the admin


@pytest.fixture
def desk(visit):
    return visit(create_staff(unit=create_unit(code="36.74")))


def test_an_officer_begins_with_the_text_of_the_house_and_returns_to_it(desk):
    listed = reverse("admin:trainings_messagetext_changelist")
    add = reverse("admin:trainings_messagetext_add", query={"situation": "naik"})
    assert add in desk.get(listed).content.decode()

    form = form_data(desk.get(add).content.decode())
    assert form["body"] == house("naik").body
    response = desk.post(add, {**form, "subject": "Ada kursi"})

    text = MessageText.objects.get()
    assert response.status_code == 302
    assert (text.subject, text.situation) == ("Ada kursi", "naik")
    delete = reverse("admin:trainings_messagetext_delete", args=[text.pk])
    change = reverse("admin:trainings_messagetext_change", args=[text.pk])
    assert delete in desk.get(change).content.decode()
    desk.post(delete, {"post": "yes"})
    assert not MessageText.objects.exists()


def test_a_text_is_shown_as_it_reads_before_it_is_kept(desk):
    preview = reverse("admin:trainings_messagetext_preview")
    typed = {"situation": "terdaftar", "subject": "S", "body": "B", "whatsapp": "W"}

    good = desk.post(preview, {**typed, "whatsapp": "Halo {nama} <b>"})
    wrong = desk.post(preview, {**typed, "body": "{nomor}"})

    assert "Halo Rosmawati &lt;b&gt;" in text_of(good)
    assert "{nomor} tidak dapat" in text_of(wrong)
    assert desk.get(preview).status_code == 405
    assert not MessageText.objects.exists()


def test_the_observer_previews_nothing(visit):
    observer = visit(create_staff(unit=create_unit(), role="Pengamat"))

    address = reverse("admin:trainings_messagetext_preview")
    assert observer.post(address, {}).status_code == 403
