/* libcurl by name: nothing but finding its functions. */
#include "system/curl.h"

#include <stdbool.h>

#include "base/check.h"
#include "system/library.h"

#define LIBRARY "libcurl.so.4"

static struct curl_library library;
static bool is_loaded;

static const struct library_function functions[] = {
	{ "curl_global_init", &library.global_init }, { "curl_free", &library.release }, { "curl_getdate", &library.getdate },
	{ "curl_easy_init", &library.easy_init }, { "curl_easy_setopt", &library.easy_setopt }, { "curl_easy_perform", &library.easy_perform },
	{ "curl_easy_getinfo", &library.easy_getinfo }, { "curl_easy_strerror", &library.easy_strerror },
	{ "curl_easy_reset", &library.easy_reset }, { "curl_easy_cleanup", &library.easy_cleanup },
	{ "curl_slist_append", &library.slist_append }, { "curl_slist_free_all", &library.slist_free_all },
	{ "curl_multi_init", &library.multi_init }, { "curl_multi_setopt", &library.multi_setopt },
	{ "curl_multi_add_handle", &library.multi_add_handle }, { "curl_multi_remove_handle", &library.multi_remove_handle },
	{ "curl_multi_perform", &library.multi_perform }, { "curl_multi_poll", &library.multi_poll },
	{ "curl_multi_info_read", &library.multi_info_read }, { "curl_multi_cleanup", &library.multi_cleanup },
	{ "curl_url", &library.url }, { "curl_url_set", &library.url_set }, { "curl_url_get", &library.url_get },
	{ "curl_url_cleanup", &library.url_cleanup },
};

_Static_assert(sizeof(library) == ARRAY_LENGTH(functions) * sizeof(void *), "a function without a name");

const struct curl_library *
curl_load(void)
{
	if (!is_loaded)
		is_loaded = library_find(LIBRARY, functions, ARRAY_LENGTH(functions));
	return is_loaded ? &library : NULL;
}
