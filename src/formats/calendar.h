/* The Gregorian calendar, proleptic, without zones. */
#ifndef FORMATS_CALENDAR_H
#define FORMATS_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct date {
	int64_t year;
	int month;    /* 1..12 */
	int day;      /* 1..31 */
};

bool calendar_is_leap(int64_t year);
int calendar_days_of_month(int64_t year, int month);

/* Days since 1970-01-01, and back. */
int64_t calendar_days(struct date);
struct date calendar_date(int64_t days);

/* 0 = Monday. */
int calendar_weekday(int64_t days);

/* Division that rounds down. */
int64_t calendar_floor(int64_t number, int64_t by);

#endif
