from .enrolments import Enrolment
from .lessons import Engagement, Session
from .trainings import Training, TrainingClass

__all__ = ["Engagement", "Enrolment", "Session", "Training", "TrainingClass"]
