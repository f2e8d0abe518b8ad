"""What everybody may ask for themselves."""

from __future__ import annotations

from actions.everyone import Simple


class ExportData(Simple):
    intent = "export_data"


class ForgetMe(Simple):
    """Asks once more; only the button below that question forgets."""

    intent = "forget_me"
