/* The one place that may. */
void *
f(void)
{
	return malloc(1);
}
