# The pseudo-locale en-XA of a template that msgcat printed: accents on all letters that have one, vowels twice (about 40 % more), so that a page shows which
# sentence was forgotten and what does not fit. Placeholders, tags, addresses of letters and escapes stay as they are.
BEGIN {
	split("a áá e éé i íí o óó u úú A Á E É I Í O Ó U Ú c ç n ñ s š y ý z ž C Ç N Ñ S Š Z Ž", pairs, " ")
	for (i = 1; i in pairs; i += 2) accent[pairs[i]] = pairs[i + 1]
	print "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: en-XA\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\""
}

# How many characters from at on are no words: an escape, {name}, <tag>, ](address).
function kept(text, at,    two, rest) {
	two = substr(text, at, 2)
	rest = substr(text, at)
	if (substr(two, 1, 1) == "\\") return 2
	if (two == "](" && match(rest, /^\]\([a-z0-9_]+\)/)) return RLENGTH
	if (match(rest, /^\{[a-z0-9_]*\}/) || match(rest, /^<\/?[a-z0-9_]+>/)) return RLENGTH
	return 0
}

function said(text,    out, at, length_kept, one) {
	out = ""
	for (at = 1; at <= length(text); ) {
		length_kept = kept(text, at)
		if (length_kept > 0) {
			out = out substr(text, at, length_kept)
			at += length_kept
			continue
		}
		one = substr(text, at++, 1)
		out = out (one in accent ? accent[one] : one)
	}
	return out
}

# A line of PO in quotes; a letter's first word is read by the program.
function line_said(line) {
	line = substr(line, 2, length(line) - 2)
	if (index(line, "Subject: ") == 1) return "\"Subject: " said(substr(line, 10)) "\""
	return "\"" said(line) "\""
}

function tell(form, which, is_said,    i) {
	for (i = 1; i <= count[which]; i++) print (i == 1 ? form " " : "") (is_said ? line_said(lines[which, i]) : lines[which, i])
}

/^msgid / { which = count[1] = 0; count[0] = 1; sub(/^msgid /, ""); lines[0, 1] = $0; next }
/^msgid_plural / { which = count[1] = 1; sub(/^msgid_plural /, ""); lines[1, 1] = $0; next }
/^"/ && count[0] > 0 { lines[which, ++count[which]] = $0; next }
/^msgstr/ && count[0] > 0 {
	if (count[0] > 1 || lines[0, 1] != "\"\"") {
		print ""
		tell("msgid", 0, 0)
		tell("msgid_plural", 1, 0)
		tell(count[1] > 0 ? "msgstr[0]" : "msgstr", 0, 1)
		tell("msgstr[1]", 1, 1)
	}
	count[0] = 0
}
