/* Unicode as far as we need it: the door to utf8proc. All other text functions expect text that text_is_utf8() has passed. */
#ifndef FORMATS_TEXT_H
#define FORMATS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/* Well-formed UTF-8 (RFC 3629: no surrogates, nothing overlong) without NUL. */
bool text_is_utf8(struct str s);

/* Characters, counted as code points: what a limit on a form's field means. */
size_t text_length(struct str s);

/* The same as a reader sees them: what shows nothing does not count, and a run of blanks is one space. What a limit from below means. */
size_t text_length_shown(struct str s);

/* s without blanks at both ends, where a blank is whatever shows nothing: spaces of every kind, control characters, zero-width
 * and filler characters. Empty when s shows nothing at all. */
struct str text_trim(struct str s);

/* The same with every inner run of blanks made one space: for names and one-line titles. */
struct str text_one_line(struct arena *, struct str s);

/* Whether s holds control characters (line breaks and tabs are let through if allows_lines) or marks that turn the reading
 * direction of what follows (CVE-2021-42574). */
bool text_has_controls(struct str s, bool allows_lines);

bool text_has_letters(struct str s);

/* Composed form (NFC): what is stored. */
struct str text_nfc(struct arena *, struct str s);

/* For comparing and for folded columns: compatibility composed, case folded, invisible characters gone, blanks as in
 * text_one_line(). "ﬁne  Ä" and "FINE ä" are the same. */
struct str text_folded(struct arena *, struct str s);

/* For comparing names of things: what text_folded() gave, without what people write or leave out between their parts (blanks, hyphens, dots,
 * underscores, slashes). "Node.js" and "node JS" are the same; "C", "C++" and "C#" are three, and so are "NET" and ".NET" two. */
struct str text_key(struct arena *, struct str folded);

/* Whether a reader takes one name for the other although they are written with other letters: "AI" with a Greek capital alpha. Names of ASCII
 * alone never pass for each other. */
bool text_passes_for(struct arena *, struct str a, struct str b);

/* What a name looks like: folded, marks above and below gone, look-alikes of other scripts and digits replaced by the Latin
 * letter. Two names with the same looks must not be two people without somebody checking (TRUST T4). Never shown. */
struct str text_looks(struct arena *, struct str s);

/* What somebody typed into a search, as a LIKE pattern over folded text ("%…%", ~ escapes its signs); empty for nothing typed. At most
 * TEXT_SEARCH_MOST characters count. */
enum { TEXT_SEARCH_MOST = 80 };
struct str text_pattern(struct arena *, struct str typed);

/* The first count characters. */
struct str text_head(struct str s, size_t count);
/* One line of at most count characters, cut at a word with "…" behind (which counts), or whole. */
struct str text_short(struct arena *, struct str line, size_t count);

#endif
