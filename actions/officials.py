"""What an official may do."""

from __future__ import annotations

from actions.verb import Verb


class DigestNow(Verb):
    intent = "digest_now"
