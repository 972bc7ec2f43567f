"""
What each role may do, in one place.

A role says which kinds of records; which rows of them is the unit's matter
(`council/scopes.py`). `migrate` applies this file, so a change here is a change
everywhere. The Administrator is a superuser and needs no line.
"""

VIEW = ("view",)
EDIT = ("view", "add", "change")
ALL = ("view", "add", "change", "delete")

# Shared words and places every member of staff may look up.
REFERENCE = {
    "council.region": VIEW,
    "council.unit": VIEW,
    "artisans.craft": VIEW,
    "artisans.material": VIEW,
    "artisans.productkind": VIEW,
    "artisans.motif": VIEW,
    "programs.supportline": VIEW,
}

PEOPLE = {
    "council.person": EDIT,
    "council.personalias": ALL,
    "council.organization": EDIT,
    "council.pressclipping": ALL,
}

SHOWCASE = {
    "artisans.artisan": EDIT,
    "artisans.business": (*EDIT, "verify_business"),
    "artisans.shoplink": ALL,
    "artisans.product": (*ALL, "verify_product"),
    "artisans.productphoto": ALL,
    "artisans.dailycount": VIEW,
    "artisans.flagshipmark": ALL,
    # A label is withdrawn with a reason, never deleted.
    "artisans.techniquelabel": EDIT,
    "artisans.motifclaim": ALL,
    # Made by makers and decided by staff: nobody adds or deletes one.
    "artisans.productrevision": ("view", "change"),
    "artisans.businessrevision": ("view", "change"),
}

# Where visitors go, and what is chosen for them.
PLACES = {
    "artisans.centre": ALL,
    "artisans.outlet": ALL,
    "artisans.placement": ALL,
    "artisans.collection": ALL,
    "artisans.collectionitem": ALL,
    "artisans.craftroute": ALL,
    "artisans.routestop": ALL,
}

# What bodies outside the council certify, kept to remind of its last day.
COMPETENCE = {"artisans.competencecertificate": ALL}

# Whoever may label learns what others report of a label.
LABEL_REPORTS = {"artisans.labelreport": ("view", "change")}

# Who asks is a stranger: only those who answer see their names.
ENQUIRIES = {"artisans.enquiry": ("view", "change")}

PLAN = {
    "council.division": EDIT,
    "programs.program": ALL,
    "programs.meeting": ALL,
    "programs.agendaitem": ALL,
    "programs.eligibilityrule": ALL,
}

ACTIVITIES = {
    "programs.activity": ALL,
    "programs.activityday": ALL,
    "programs.activityparty": ALL,
    "programs.activityperson": ALL,
    "programs.headcount": ALL,
}

TRAININGS = {
    "trainings.training": ALL,
    "trainings.trainingclass": ALL,
    "trainings.session": ALL,
    "trainings.engagement": ALL,
    "trainings.trainingtemplate": ALL,
    "trainings.requirement": ALL,
    "trainings.question": ALL,
    # Seats change only through the door: no one deletes an enrolment.
    "trainings.enrolment": EDIT,
    "trainings.messagetext": ALL,
    "trainings.move": VIEW,
    "trainings.memberenrolment": ("view", "change"),
    "trainings.offer": VIEW,
    "trainings.allotment": EDIT,
    "trainings.seattransfer": ("view", "change"),
    "trainings.queueweights": ALL,
    # Given by the portal, from facts: no one writes or deletes a certificate.
    "trainings.certificate": ("view", "add"),
    "trainings.signatory": ALL,
    "trainings.numberpattern": EDIT,
}

# What artisans handed in is read by those who run the training, and only read.
HANDED_IN = {"trainings.answer": VIEW, "trainings.exemption": VIEW}
# Lists are kept in `trainings.attendance`; photos of signatures are for few eyes.
ATTENDANCE = {
    "trainings.attendance": EDIT,
    "trainings.helperlink": EDIT,
    "trainings.walkin": EDIT,
    "trainings.sheetphoto": ("view", "add"),
}

# The pool of those who teach; whoever only observes need not know them.
INSTRUCTORS = {
    "trainings.instructor": EDIT,
    "trainings.skill": ALL,
    "trainings.availability": ALL,
}

# What single participants reached and say later: only for those who work with them.
RESULTS = {
    "trainings.score": EDIT,
    "trainings.followup": ("view", "change"),
}

# Letters, payments and reports: for those who run trainings and those who pay.
DOSSIERS = {
    "trainings.dossier": EDIT,
    "trainings.payrate": ALL,
    "trainings.taughtlessons": ALL,
    "trainings.activityphoto": ALL,
    "trainings.dossierdocument": ALL,
    "trainings.payceiling": ALL,
}

# What the worker does for staff; anybody who ordered may watch.
JOBS = {"council.job": VIEW}

# A certificate given is replaced or withdrawn from the city upwards.
CORRECTIONS = {"trainings.certificate": ("view", "add", "correct_certificate")}

EVENTS = {"events.event": ALL}

MESSAGES = {"council.message": ("view", "change")}


def view_only(*parts):
    """The same records, to read."""
    return {model: VIEW for part in parts for model in part}


ROLES = {
    "Pengelola unit": {
        **REFERENCE,
        **PEOPLE,
        **SHOWCASE,
        **PLACES,
        **PLAN,
        **ACTIVITIES,
        **TRAININGS,
        **HANDED_IN,
        **ATTENDANCE,
        **INSTRUCTORS,
        **RESULTS,
        **DOSSIERS,
        **EVENTS,
        **MESSAGES,
        **ENQUIRIES,
        **LABEL_REPORTS,
        **JOBS,
        **CORRECTIONS,
        **COMPETENCE,
        "council.unit": ("view", "change"),
        "council.consent": VIEW,
        "council.document": VIEW,
        "council.auditentry": VIEW,
    },
    "Verifikator": {
        **REFERENCE,
        **SHOWCASE,
        **view_only(PEOPLE, PLACES),
        **LABEL_REPORTS,
        "council.consent": VIEW,
        "council.document": VIEW,
        "council.person": ("view", "change", "reveal_nik"),
    },
    "Petugas pelatihan": {
        **REFERENCE,
        **PEOPLE,
        **TRAININGS,
        **HANDED_IN,
        **ATTENDANCE,
        **INSTRUCTORS,
        **RESULTS,
        **DOSSIERS,
        **view_only(SHOWCASE, PLAN),
        "programs.activityday": ALL,
        "programs.activityparty": ALL,
        "programs.activityperson": ALL,
        "programs.headcount": ALL,
        **MESSAGES,
        **JOBS,
        **COMPETENCE,
    },
    "Petugas acara": {
        **REFERENCE,
        **PEOPLE,
        **ACTIVITIES,
        **EVENTS,
        **view_only(SHOWCASE, PLAN, TRAININGS),
    },
    "Humas": {
        **REFERENCE,
        **PLACES,
        **view_only(PEOPLE, PLAN, ACTIVITIES, TRAININGS, EVENTS),
        **ENQUIRIES,
        "council.pressclipping": ALL,
        # They polish words and pictures; what is public, others decide.
        "artisans.business": ("view", "change"),
        "artisans.product": ("view", "change"),
        "artisans.productphoto": ALL,
        "artisans.shoplink": VIEW,
        "artisans.dailycount": VIEW,
        "artisans.productrevision": VIEW,
        "artisans.businessrevision": VIEW,
    },
    "Ketua": {
        **REFERENCE,
        **view_only(PEOPLE, SHOWCASE, PLACES, PLAN, ACTIVITIES, TRAININGS, EVENTS),
        **view_only(COMPETENCE, DOSSIERS),
        "trainings.certificate": ("view", "correct_certificate"),
    },
    "Dinas": {
        **REFERENCE,
        **PLAN,
        "council.organization": EDIT,
        **view_only(PEOPLE, SHOWCASE, PLACES, TRAININGS, RESULTS, EVENTS),
        **view_only(DOSSIERS),
        "programs.activity": ("view", "change"),
        "programs.headcount": VIEW,
        "programs.activityparty": VIEW,
        "programs.activityperson": VIEW,
        "programs.activityday": VIEW,
    },
    "Pengamat": {
        **REFERENCE,
        **view_only(SHOWCASE, PLACES, PLAN, ACTIVITIES, TRAININGS, EVENTS),
        "council.organization": VIEW,
        "council.pressclipping": VIEW,
    },
}


def codenames(role: str) -> set[str]:
    """The permissions of a role, as Django spells them (`app.action_model`)."""
    names = set()
    for model, actions in ROLES[role].items():
        app, name = model.split(".")
        for action in actions:
            own = action if "_" in action else f"{action}_{name}"
            names.add(f"{app}.{own}")
    return names


def apply_roles(apps) -> None:
    """Make the groups hold exactly what this file says."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission.pk
        for permission in Permission.objects.select_related("content_type")
    }
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set(
            [known[name] for name in codenames(role) if name in known]
        )
