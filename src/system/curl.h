/* The door to libcurl: loaded when it is first needed, so that no process that serves carries it (docs/decisions/0017-remote-cli.md). */
#ifndef SYSTEM_CURL_H
#define SYSTEM_CURL_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* What is used of it, by its own types. */
struct curl_library {
	__typeof__(curl_global_init) *global_init;
	__typeof__(curl_free) *release;
	__typeof__(curl_getdate) *getdate;
	__typeof__(curl_easy_init) *easy_init;
	__typeof__(curl_easy_setopt) *easy_setopt;
	__typeof__(curl_easy_perform) *easy_perform;
	__typeof__(curl_easy_getinfo) *easy_getinfo;
	__typeof__(curl_easy_strerror) *easy_strerror;
	__typeof__(curl_easy_reset) *easy_reset;
	__typeof__(curl_easy_cleanup) *easy_cleanup;
	__typeof__(curl_slist_append) *slist_append;
	__typeof__(curl_slist_free_all) *slist_free_all;
	__typeof__(curl_multi_init) *multi_init;
	__typeof__(curl_multi_setopt) *multi_setopt;
	__typeof__(curl_multi_add_handle) *multi_add_handle;
	__typeof__(curl_multi_remove_handle) *multi_remove_handle;
	__typeof__(curl_multi_perform) *multi_perform;
	__typeof__(curl_multi_poll) *multi_poll;
	__typeof__(curl_multi_info_read) *multi_info_read;
	__typeof__(curl_multi_cleanup) *multi_cleanup;
	__typeof__(curl_url) *url;
	__typeof__(curl_url_set) *url_set;
	__typeof__(curl_url_get) *url_get;
	__typeof__(curl_url_cleanup) *url_cleanup;
};

/* The library, or NULL if it is not installed. Lives as long as the process. */
const struct curl_library *curl_load(void);

#endif
