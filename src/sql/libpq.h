/* The door to libpq: loaded when the first connection is asked for, so that no process of an SQLite server carries it and the twenty libraries
 * that it brings along (docs/decisions/0024-libraries.md). */
#ifndef SQL_LIBPQ_H
#define SQL_LIBPQ_H

#include <libpq-fe.h>

/* What is used of it, by its own types. */
struct libpq {
	__typeof__(PQresultErrorField) *result_error_field;
	__typeof__(PQstatus) *status;
	__typeof__(PQresultStatus) *result_status;
	__typeof__(PQexec) *exec;
	__typeof__(PQclear) *clear;
	__typeof__(PQprepare) *prepare;
	__typeof__(PQexecPrepared) *exec_prepared;
	__typeof__(PQntuples) *ntuples;
	__typeof__(PQgetvalue) *getvalue;
	__typeof__(PQgetisnull) *getisnull;
	__typeof__(PQgetlength) *getlength;
	__typeof__(PQcmdTuples) *cmd_tuples;
	__typeof__(PQtransactionStatus) *transaction_status;
	__typeof__(PQsocket) *socket;
	__typeof__(PQconsumeInput) *consume_input;
	__typeof__(PQfinish) *finish;
	__typeof__(PQconnectdbParams) *connectdb_params;
	__typeof__(PQsetNoticeReceiver) *set_notice_receiver;
	__typeof__(PQconninfoParse) *conninfo_parse;
	__typeof__(PQconninfoFree) *conninfo_free;
};

/* The library, or NULL if it is not installed. Lives as long as the process. */
const struct libpq *libpq_load(void);

#endif
