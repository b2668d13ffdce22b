/* The route table: every address, who may call it and what runs. Rows stand in routes.def. */
#ifndef DAEMON_ROUTE_H
#define DAEMON_ROUTE_H

#include "access/visit.h"
#include "forms/form.h"
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
	enum route_thing thing;
	const struct form *form;      /* NULL: takes no form */
	size_t body_max;              /* bytes; 0 for GET */
	route_handler *again;         /* READ handler that shows the page once more when the act is refused; NULL: a plain page says why */
};

extern const struct route routes[];
extern const size_t route_count;

/* The row for method and path, with the texts of its parameters; NOT_FOUND or WRONG_METHOD. */
enum outcome route_find(enum method, struct str path, const struct route **out, struct str params[VISIT_PARAMS]);

#endif
