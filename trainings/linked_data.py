"""Trainings as search engines read them (schema.org EducationEvent)."""

from programs.linked_data import activity_as_linked_data


def training_as_linked_data(training) -> dict:
    """What a search engine may show of a published training."""
    data = activity_as_linked_data(training)
    data["@type"] = "EducationEvent"
    classes = training.classes.all()
    if classes:
        data["maximumAttendeeCapacity"] = sum(each.quota for each in classes)
        data["about"] = [
            {"@type": "Thing", "name": name}
            for name in dict.fromkeys(str(each.craft) for each in classes)
        ]
    if training.is_online or training.is_partly_online:
        data |= {"eventAttendanceMode": f"https://schema.org/{mode_of(training)}"}
    if training.is_online:
        # Where the meeting is stays with the participants; the page leads to it.
        data["location"] = {"@type": "VirtualLocation", "url": data["url"]}
    if teachers := [
        {"@type": "Person", "name": engagement.instructor.titled_name}
        for each in classes
        for engagement in each.engagements.all()
    ]:
        data["performer"] = teachers
    if training.audience:
        data["audience"] = {"@type": "Audience", "audienceType": training.audience}
    return data


def mode_of(training) -> str:
    return (
        "OnlineEventAttendanceMode"
        if training.is_online
        else "MixedEventAttendanceMode"
    )
