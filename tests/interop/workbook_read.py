"""Reads a workbook with openpyxl, as the judge of what we write: JSON of its sheets, each a list of rows of [value, kind, is quoted, format].
Usage: /usr/bin/python3 workbook_read.py [FILE], else from stdin. Kinds: s text, n number or nothing, f formula."""
import io
import json
import sys

import openpyxl

source = sys.argv[1] if len(sys.argv) > 1 else io.BytesIO(sys.stdin.buffer.read())
book = openpyxl.load_workbook(source)
json.dump({sheet.title: [[[cell.value, cell.data_type, bool(cell.quotePrefix), cell.number_format] for cell in row] for row in sheet.iter_rows()]
           for sheet in book}, sys.stdout)
