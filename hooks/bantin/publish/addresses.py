"""Where the pages and files of publishing live."""

HISTORY = "lich-su/"
SOURCES = "nguon/"
REPORT = "bao-cao/"
STATEMENT = "bao-cao/tiep-can/"
ENGLISH = "en/"
SEARCH_DESCRIPTION = "opensearch.xml"
