"""What may be replaced by a file that is written whole."""

from __future__ import annotations

import os
import stat

import pytest

from factcheck.errors import OutputError
from factcheck.exchange.saving import replacing


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
@pytest.mark.parametrize("by", ["name", "link"])
def test_a_pipe_or_a_device_is_never_renamed_over(tmp_path, by):
    pipe = path = tmp_path / "pipe"
    os.mkfifo(pipe)
    if by == "link":
        path = tmp_path / "link"
        path.symlink_to(pipe)
    with pytest.raises(OutputError, match="no file"), replacing(path):
        pytest.fail("there is nothing to write to")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted({"pipe", path.name})
