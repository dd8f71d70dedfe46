"""The settings of the working folder, with paths as they are shown to people."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.config import Settings, Where


def settings_here(named: Sequence[str], where: Where | None = None) -> Settings:
    """The settings for the working folder, with the paths of the claims as they are shown.

    What is read by such a path says it in messages, too.

    Args:
        named: files and folders of claims; those that are found where there are none.
        where: which configuration is heeded; the nearest without it.

    Raises:
        NoClaims: there is no store, or a path of it does not exist.
        ConfigError: faults in the configuration, all of them, with their lines.
    """
    from dataclasses import replace

    from factcheck.config import Where, load_settings
    from factcheck.store.files import near

    found = load_settings(os.curdir, named, where or Where())
    return replace(found, claims=tuple(Path(near(path)) for path in found.claims))
