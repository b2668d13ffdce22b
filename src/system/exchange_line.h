/* One exchange under way, shared by the three files behind exchange.h and nobody else: exchange.c (whose turn it is), exchange_ask.c (what
 * libcurl is told), exchange_hear.c (what came of it). */
#ifndef SYSTEM_EXCHANGE_LINE_H
#define SYSTEM_EXCHANGE_LINE_H

#include "base/buf.h"
#include "system/curl.h"
#include "system/exchange.h"

enum line_state { LINE_FREE, LINE_WAITS, LINE_UNDER_WAY, LINE_READY };

struct line {
	enum line_state state;
	const struct curl_library *curl;
	CURL *easy;                       /* kept for the next ask, as is the arena */
	struct arena *arena;
	struct exchange_ask ask;          /* copies in the arena, each ending with NUL */
	struct str origin;                /* "scheme://host:port": whose connections are counted */
	bool is_loopback;
	uint64_t turn;                    /* order of start, then order of being ready */
	int64_t deadline_us;              /* monotonic */
	struct curl_slist *headers, *recipients;
	bool is_second_try;
	size_t sent;                      /* bytes of the body that libcurl has taken */
	bool is_inward;                   /* an address was refused */
	size_t header_bytes;
	bool has_body_begun, has_left;    /* left: QUIT was said, what follows answers nothing */
	struct buf heard;
	struct exchange_answer answer;
	char enhanced[10];                /* "5.123.123" and one to spare */
	char trouble[CURL_ERROR_SIZE];
};

/* The ask as it may go out, copied into the line's arena with its origin, or the refusal of exchange.h. */
enum outcome line_ask(struct line *, const struct exchange_ask *);

/* Tells libcurl all of it, anew for a second try. ca_file empty: the system's store. */
void line_prepare(struct line *, const char *ca_file, int64_t now_us);

/* Installs the ears: what is sent and what comes is remembered as far as the fate needs it. */
void line_listens(struct line *);

/* True if it failed on a connection that the server had closed meanwhile, before this mail began: to be tried once more on a new one. */
bool line_met_a_dead_connection(const struct line *, CURLcode);

/* Decides the fate. */
void line_ends(struct line *, CURLcode);

#endif
