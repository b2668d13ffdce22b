/* A crowd of browsers in one process: many connections at once, each with a session of a racer (run puts those into the database), that
 * press at the same moment and note what came of it. A command line for each purpose: client.c, killer.c, overload.c. */
#ifndef CROWD_H
#define CROWD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CROWD_MAX = 512, OUT_BYTES = 2048, IN_BYTES = 128 << 10, TOKEN_BYTES = 32, TOKEN_TEXT = 43, TOKEN_SHOWN = 86, PATIENCE_MS = 30000 };

/* One browser: a connection that is kept while the server keeps it, and the one exchange under way on it. */
struct browser {
	int fd;                       /* -1: none */
	char out[OUT_BYTES], in[IN_BYTES + 1];
	size_t out_length, out_at, in_length, whole;    /* whole: of the answer, 0 until its head is read */
	bool is_busy;
	int status;                   /* 0: the line was cut */
	int64_t asked_us, answered_us;
	char csrf[TOKEN_SHOWN + 1];
	unsigned network;             /* it comes from 127.0.N.1 */
	bool is_visitor;              /* not signed in: its secret only binds the forms that it gets */
	unsigned items;               /* of a ledger: its notes that are kept */
	int64_t again_us;             /* when it tries once more; 0 = it need not */
	bool is_done;                 /* has had enough */
};

extern struct browser crowd[CROWD_MAX];
extern uint16_t port;
extern const char *slug;

void crowd_open(void);
_Noreturn void fail(const char *words);
int64_t now_us(void);
void sleep_ms(long ms);
long number(const char *word);
/* Chance: the same again for the same seed. */
void draw_from(uint64_t seed);
uint64_t draw(uint64_t below);

/* The n-th racer's secret: of a session, a token for programs and a sign-in link; run puts the hash of these bytes into the database. */
void token(unsigned n, char out[TOKEN_BYTES + 1]);
/* The same as cookies, headers and links show it. */
void print_secret(unsigned n, char out[TOKEN_TEXT + 1]);
/* An id as addresses show it: Crockford's base 32. The words stand until the next call. */
const char *print_id(uint64_t id);

/* Begins an exchange as racer `who`, on the kept connection or a new one. post() needs the token of a form: reads_csrf(). */
void get(struct browser *, unsigned who, const char *path);
void post(struct browser *, unsigned who, const char *path, const char *fields);
void claim(struct browser *, unsigned who, uint64_t request);
/* The same over the API, with the token for programs: no page need be open. */
void claim_as_program(struct browser *, unsigned who, uint64_t request);
void hang_up(struct browser *);
void reads_csrf(struct browser *);

/* Gives the first `count` browsers their next step, those who are busy; false if nobody is. */
bool step(unsigned count, int wait_ms);
/* Until all are answered; whoever is not within PATIENCE_MS hangs, and fails. */
void finish(unsigned count);
/* Everybody opens the page of a request, as racer first + their place, or all as the same; who finds the server busy waits a little. */
void open_pages(unsigned count, unsigned first, bool is_crowd, uint64_t request);
unsigned count_status(unsigned count, int status);
int64_t slowest_ms(unsigned count);
/* A socket that is connecting; -1 if it cannot. */
int dial_server(void);
/* The cookie header of racer `who`, ended by a line end. */
void print_cookie_line(unsigned who, char *out, size_t size);

#endif
