"""What readers asked, read off a server's log, and what search makes of it. Nothing of people."""

from bantin.search.asked.access_log import read_log
from bantin.search.asked.judgement import Finding, Kind, judge
from bantin.search.asked.proposals import glossary_lines
from bantin.search.asked.regressions import regressions
from bantin.search.asked.tally import Asked, Tally, tally

__all__ = [
    "Asked",
    "Finding",
    "Kind",
    "Tally",
    "glossary_lines",
    "judge",
    "read_log",
    "regressions",
    "tally",
]
