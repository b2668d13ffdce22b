/* Finding the functions of a library by their names. */
#include "system/library.h"

#include <dlfcn.h>
#include <string.h>

bool
library_find(const char *file, const struct library_function *functions, size_t count)
{
	void *handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);

	for (size_t i = 0; handle != NULL && i < count; i++) {
		void *found = dlsym(handle, functions[i].name);

		if (found == NULL)
			return false;
		/* ISO C knows no way from an object pointer to a function's; POSIX says that this one works. */
		memcpy(functions[i].place, &found, sizeof(found));
	}
	return handle != NULL;
}
