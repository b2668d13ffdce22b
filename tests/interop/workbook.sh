# What openpyxl reads in our workbooks.
count "$node" workbook.mjs "$build/interop/workbook"
