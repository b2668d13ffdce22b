/* Escapers of HTML and the type that only they and a page can make. html_put() picks the right one by the type of its value:
 * struct str is escaped, numbers are printed, struct html passes; anything else (a struct secret, a moment) does not compile. */
#ifndef FORMATS_HTML_H
#define FORMATS_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/moment.h"

/* Finished markup. */
struct html {
	struct str markup;
};

void html_text(struct buf *, struct str s);           /* & < > " ' become references: fit for text and for a quoted attribute */
void html_whole(struct buf *, int64_t number);
void html_markup(struct buf *, struct html done);
/* A link target in a quoted attribute: only paths of our own ("/…", not "//…"), "#…", "?…", http:, https:, mailto: and
 * otpauth: (an authenticator app); else "#". */
void html_url(struct buf *, struct str url);
/* One component of a URL: percent-encoded. */
void url_component(struct buf *, struct str s);

#define html_put(out, value) \
	_Generic((value), \
	    struct str: html_text, \
	    struct html: html_markup, \
	    int: html_whole, \
	    unsigned: html_whole, \
	    int64_t: html_whole, \
	    size_t: html_whole_size)((out), (value))

void html_whole_size(struct buf *, size_t number);

/* A piece inside a link target that does not begin it: text is percent-encoded, numbers are printed. */
#define url_put(out, value) \
	_Generic((value), \
	    struct str: url_component, \
	    int: html_whole, \
	    unsigned: html_whole, \
	    int64_t: html_whole, \
	    size_t: html_whole_size)((out), (value))

/* Whether {if value} holds. */
static inline bool html_is_str(struct str s) { return s.length > 0; }
static inline bool html_is_html(struct html h) { return h.markup.length > 0; }
static inline bool html_is_whole(int64_t n) { return n != 0; }
static inline bool html_is_bool(bool b) { return b; }
static inline bool html_is_size(size_t n) { return n != 0; }
static inline bool html_is_moment(struct moment m) { return !moment_is_none(m); }
static inline bool html_is_there(const void *pointer) { return pointer != NULL; }
#define html_is(value) \
	_Generic((value), \
	    struct str: html_is_str, \
	    struct html: html_is_html, \
	    bool: html_is_bool, \
	    int: html_is_whole, \
	    unsigned: html_is_whole, \
	    int64_t: html_is_whole, \
	    size_t: html_is_size, \
	    struct moment: html_is_moment, \
	    default: html_is_there)(value)

#endif
