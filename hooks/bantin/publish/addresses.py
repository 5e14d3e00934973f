"""Where the pages and files of publishing live."""

from bantin.model.sections import Section

HISTORY = Section.HISTORY.address
SOURCES = Section.SOURCES.address
REPORT = Section.REPORT.address
STATEMENT = f"{REPORT}tiep-can/"
ENGLISH = Section.ENGLISH.address
SEARCH_DESCRIPTION = "opensearch.xml"
