/* Shared memory without a name. */
#include "system/shared.h"

#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum outcome
shared_make(size_t size, int *descriptor_out)
{
	int descriptor = memfd_create("mentord", 0);

	if (descriptor < 0)
		return FILE_FAILED;
	if (ftruncate(descriptor, (off_t)size) != 0) {
		close(descriptor);
		return FILE_FAILED;
	}
	*descriptor_out = descriptor;
	return OK;
}

enum outcome
shared_open(int descriptor, size_t size, void **out)
{
	void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);

	if (at == MAP_FAILED)
		return FILE_FAILED;
	*out = at;
	return OK;
}

void
shared_close(void **at, size_t size)
{
	if (*at != NULL)
		munmap(*at, size);
	*at = NULL;
}
