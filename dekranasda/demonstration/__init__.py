from .accounts import ACCOUNTS

__all__ = ["ACCOUNTS"]
