/* The route table: every address, who may call it and what runs. Rows stand in routes.def (pages) and api.def (programs). */
#ifndef DAEMON_ROUTE_H
#define DAEMON_ROUTE_H

#include "access/visit.h"
#include "forms/form.h"
#include "forms/shape.h"
#include "http/request.h"

enum route_kind { READ, WRITE };

/* What :id in the path means, and which room finds it (things.c). */
enum route_thing { NO_THING, A_REQUEST, A_PERSON, THING_COUNT };

typedef enum outcome route_handler(struct visit *);

struct route {
	enum method method;
	struct str path;
	struct str name;              /* of the handler */
	route_handler *handle;
	enum route_kind kind;
	unsigned who;                 /* enum who bits; any of them admits */
	bool is_fresh;                /* … to a session that proved who it is within ten minutes */
	bool is_by_link;              /* the token in the path stands for the form's */
	bool is_signed;               /* Slack's signature stands for both */
	bool is_watched;              /* … and the operator's token */
	bool is_hidden;               /* to members whom it does not admit it is not there */
	bool is_uncounted;            /* log and metrics know it as "none" */
	enum route_thing thing;
	const struct form *form;      /* NULL: takes no form */
	size_t body_max;              /* bytes; 0 for GET */
	route_handler *again;         /* READ handler that shows the page once more when the act is refused; NULL: a plain page says why */
	/* rows of api.def alone */
	bool is_api;
	route_handler *answer;        /* prints what the act has changed; NULL: a READ prints by itself, an act answers 204 */
	const struct shape *shape;    /* of the answer; NULL: none */
	int status;                   /* of an act that was done: 200, 201 or 204 */
	struct str about;             /* a sentence for readers of the API */
};

extern const struct route routes[];
extern const size_t route_count;

/* What stood in the path for that parameter (":id"); empty if the row has none by that name. */
struct str route_parameter(const struct route *, const struct str params[VISIT_PARAMS], struct str name);

/* The row for method and path, with the texts of its parameters; NOT_FOUND or WRONG_METHOD. */
enum outcome route_find(enum method, struct str path, const struct route **out, struct str params[VISIT_PARAMS]);

/* The methods that the rows of this path take: "GET, HEAD, POST"; empty if there is no such path. */
struct str route_allow(struct arena *, struct str path);

#endif
