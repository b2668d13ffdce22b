/* libpq by name: nothing but finding its functions. */
#include "sql/libpq.h"

#include <stdbool.h>

#include "base/check.h"
#include "system/library.h"

#define LIBRARY "libpq.so.5"

static struct libpq library;
static bool is_loaded;

static const struct library_function functions[] = {
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
	if (!is_loaded)
		is_loaded = library_find(LIBRARY, functions, ARRAY_LENGTH(functions));
	return is_loaded ? &library : NULL;
}
