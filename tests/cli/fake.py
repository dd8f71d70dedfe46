"""A checker that answers from the samples, in place of the pipeline."""

from __future__ import annotations

import re

from report import samples

from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings


class FakeChecker:
    """Answers by the words of a text; notes what it was asked."""

    def __init__(self):
        self.asked = []
        self.drafts = 0

    def check(self, statement):
        self.asked.append(("check", statement))
        for word, sample in (
            ("500", samples.conflicting),
            ("Germany", samples.novel),
            ("casualties", samples.disputed),
            ("bill", samples.whole),
        ):
            if re.search(rf"(?<![\d,]){word}", statement):
                return sample()
        return samples.consistent() if re.search(r"\d", statement) else samples.Report()

    def reviewed(self, document, settings=None):
        if document.passages and document.passages[0].whole:
            report = self.check(document.text)
        else:
            self.asked.append(("document", document.name or document.text))
            report = samples.Report(path=document.name)
            if re.search(r"\d", document.text):
                report = samples.document(document.name)
        return Review(document, report, diagnostics(document, report, (), ReviewSettings()))

    def explain(self, statement, context=""):
        self.asked.append(("explain", statement))
        return samples.explanation()

    def explained(self, document):
        self.asked.append(("explained", document.name or document.text))
        return (samples.explanation(),)
