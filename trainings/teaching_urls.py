"""The pages of instructors, twice: behind their own link, and with an account."""

from django.urls import path

from . import teaching_pages as views


def addresses(door):
    return [
        path("", door(views.home), name="home"),
        path("kelas/<int:pk>/", door(views.class_detail), name="class"),
        path("waktu/", door(views.times), name="times"),
        path("keahlian/", door(views.skills), name="skills"),
        path("profil/", door(views.profile), name="profile"),
        path("kalender.ics", door(views.calendar), name="calendar"),
    ]


BY_LINK = (addresses(views.by_code), "teaching")
BY_ACCOUNT = (addresses(views.by_account), "my_teaching")
