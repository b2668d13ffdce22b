# The served program and its mail, before servers that we did not write: letters as mailparser reads them, links and codes as people use them,
# and every way in which a mail server says no, or nothing.
count "$node" served_mail.mjs "$build/mentord" "$work"
