/* What every process of a server knows: where the data is, which clock runs, the descriptors that the keeper handed down. The keeper
 * passes it to the role it starts as one message over a pipe. */
#ifndef DAEMON_PROCESS_H
#define DAEMON_PROCESS_H

#include "base/moment.h"
#include "daemon/demo_clock.h"
#include "daemon/dispatch.h"
#include "sql/sql.h"
#include "system/clock.h"
#include "system/sandbox.h"

/* Those who ask writers: web processes first, then the worker, then the courier. */
enum { WEBS_MAX = 16, WORKERS = 1, COURIERS = 1, CLIENTS_MAX = WEBS_MAX + WORKERS + COURIERS, WRITERS_MAX = 8 };
enum { PATH_BYTES = 512, WORD_BYTES = 256, ADDRESS_BYTES = 48, TAG_BYTES = 16 };
/* How a role ends that has no database any more (EX_TEMPFAIL): nothing is wrong with it, the keeper tries again soon and quietly. */
enum { EXIT_AWAY = 75 };
/* How a courier ends that found links to look at behind walls without a way out: its successor gets one. */
enum { EXIT_WIDER = 76 };
#define PROCESS_ZONES "/usr/share/zoneinfo"

/* How letters leave. Empty: not by that way. */
struct courier_orders {
	char smtp_url[PATH_BYTES], mail_from[WORD_BYTES];
	char letters[PATH_BYTES];         /* the folder that mail is written to where no server takes it */
	char slack_api_url[WORD_BYTES], slack_token[WORD_BYTES], slack_client_secret[WORD_BYTES];
	bool looks_at_links;              /* the operator did not forbid it */
	bool has_links;                   /* a predecessor found some */
	char links_inside[WORD_BYTES];    /* addresses that links may lead to though they are not public */
	bool has_slack;                   /* some setting of Slack is set, so there may be a token in the database */
};

/* It may open connections. */
static inline bool
courier_has_network(const struct courier_orders *orders)
{
	return orders->smtp_url[0] != '\0' || orders->has_slack || orders->has_links;
}

/* What comes in from Slack: for those who judge it, web and writer. */
struct chat_orders {
	char secrets[WORD_BYTES];         /* what it is signed with; empty: nothing is taken */
	char room[ADDRESS_BYTES];         /* the mentors' room */
	bool links_by_email, has_history;
	char api_url[WORD_BYTES], client_id[WORD_BYTES];    /* of the app that an administrator connects; no secret of it */
	bool has_token;                   /* the token is a setting */
};

/* Plain values only: it crosses exec. */
struct orders {
	uint32_t generation;              /* of this process: a successor has a higher one */
	int32_t number;                   /* which web, which writer */
	int64_t boot;                     /* of the keeper: chosen anew with each start of a server */
	int32_t webs, writers, clients;   /* clients: webs, worker and courier */
	int32_t listen_descriptor;        /* web: its listening socket */
	int32_t pairs[CLIENTS_MAX];       /* of a client: one a writer; of a writer: one a client */
	enum sql_engine engine;
	char where[PATH_BYTES];           /* database */
	char base_url[WORD_BYTES];
	bool is_demo, is_tls_outside, is_frozen;
	bool is_check;                    /* with process_open() for reading: the whole database is looked at (sql_check_engine()) */
	struct seal_ring ring;            /* derived keys alone; the master key stays with the process that read its file */
	struct chat_orders chat;          /* of worker and courier without the secrets */
	struct courier_orders courier;    /* blank for every other role: it alone holds what opens other servers */
	int64_t idle_months;
	char language[TAG_BYTES];         /* for who chose none */
	char metrics_token[WORD_BYTES];   /* of web alone; empty: no numbers are told */
	char proxy[ADDRESS_BYTES];        /* whose X-Forwarded-For is believed; empty: nobody's */
	int32_t brakes_descriptor;        /* shared memory of the rate limits; 0: none */
	int32_t meters_descriptor;        /* shared memory of the durations; 0: none */
	bool is_retry;                    /* the database was away when the predecessor ended: that was said already */
	int64_t clock_start_us;           /* demo: wall time runs on from here; 0 = the machine's */
	int64_t clock_since_us;           /* … since the machine's clock showed this */
	int32_t clock_descriptor;         /* the file that it is kept in, and changed in while the server runs; 0: none */
};

/* What the clock of the orders shows. */
struct moment orders_now(const struct orders *);

/* Kinds of messages between a client and a writer. */
enum message_kind {
	MESSAGE_WRITE,        /* web → writer: a request */
	MESSAGE_REPLY,        /* writer → web: its answer, same generation and sequence */
	MESSAGE_HELLO,        /* writer → client: I am new; generation is the writer's */
	MESSAGE_RING,         /* writer → worker, courier: something was committed that may have made work */
	MESSAGE_SYNC          /* web → writer and back: everything sent before this was answered, or died with a writer */
};

struct process {
	struct arena *arena;              /* for the whole life of the process */
	struct orders orders;
	struct clock clock;
	struct demo_clock demo_clock;
	struct world world;
};

/* Opens clock, zones, database and caches as the orders say. Trouble is logged. */
enum outcome process_open(const struct orders *, bool is_read_only, struct process *out);
/* The same for a role, which seals itself on the way: a server's connection opens before the walls close, a file after. STORE_LOST: the
 * server cannot be reached; the process is sealed all the same, its world has no database and can only say so. */
enum outcome process_open_sealed(const struct orders *, enum sandbox_role, struct process *out);
void process_close(struct process *);
/* The time zones alone, for a command that opens no database; a process loads them as it opens. */
void process_loads_zones(struct arena *keep);
/* The clock of other orders from here on; one that is kept in a file shows what that file says by then. */
void process_sets_clock(struct process *, const struct orders *);

/* The roles; they return the exit code. */
int web_main(const struct orders *);
int writer_main(const struct orders *);
int worker_main(const struct orders *);
int courier_main(const struct orders *);

/* Set once SIGTERM came: finish what is under way and end. What a terminal sends to all of us (Ctrl-C, its end) is the keeper's alone. A
 * writer obeys nobody but the keeper, who ends it last (a service manager may send SIGTERM to every process at once). */
extern volatile int process_is_ending;
void process_catches_signals(bool is_writer);
/* poll(), and the only place where such a signal gets through, so that none comes between looking and sleeping. */
struct pollfd;
int process_wait(struct pollfd *, unsigned count, int ms);

#endif
