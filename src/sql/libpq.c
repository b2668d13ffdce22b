/* libpq by name: nothing but finding its functions. */
#include "sql/libpq.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <string.h>

#include "base/check.h"

#define LIBRARY "libpq.so.5"

static struct libpq library;
static bool is_loaded;

static const struct {
	const char *name;
	void *place;
} functions[] = {
	{ "PQresultErrorField", &library.result_error_field }, { "PQstatus", &library.status }, { "PQresultStatus", &library.result_status },
	{ "PQexec", &library.exec }, { "PQclear", &library.clear }, { "PQprepare", &library.prepare },
	{ "PQexecPrepared", &library.exec_prepared }, { "PQntuples", &library.ntuples }, { "PQgetvalue", &library.getvalue },
	{ "PQgetisnull", &library.getisnull }, { "PQgetlength", &library.getlength }, { "PQcmdTuples", &library.cmd_tuples },
	{ "PQtransactionStatus", &library.transaction_status }, { "PQsocket", &library.socket }, { "PQconsumeInput", &library.consume_input },
	{ "PQfinish", &library.finish }, { "PQconnectdbParams", &library.connectdb_params },
	{ "PQsetNoticeReceiver", &library.set_notice_receiver }, { "PQconninfoParse", &library.conninfo_parse },
	{ "PQconninfoFree", &library.conninfo_free },
};

_Static_assert(sizeof(library) == ARRAY_LENGTH(functions) * sizeof(void *), "a function without a name");

const struct libpq *
libpq_load(void)
{
	void *handle = is_loaded ? NULL : dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

	if (is_loaded || handle == NULL)
		return is_loaded ? &library : NULL;
	for (size_t i = 0; i < ARRAY_LENGTH(functions); i++) {
		void *found = dlsym(handle, functions[i].name);

		if (found == NULL)
			return NULL;    /* older than what we were built with */
		/* ISO C knows no way from an object pointer to a function's; POSIX says that this one works. */
		memcpy(functions[i].place, &found, sizeof(found));
	}
	is_loaded = true;
	return &library;
}
