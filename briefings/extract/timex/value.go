package timex

import (
	"fmt"
	"strings"
)

func referenceValue(n int) string {
	return [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[n+1]
}

func unitCode(unit int) string {
	return [...]string{"", "S", "M", "H", "D", "WE", "W", "W", "M", "Q", "H", "Y", "DE", "CE", "ML"}[unit]
}

// duration prints a TIMEX3 duration: P3D, PT2H, PXY.
func duration(f *Form) string {
	unit := f.or(fUnit, unitDay)
	n := f.or(fNumber, 1)
	amount := "X"
	if n != some {
		factor := 1
		switch unit {
		case unitFortnight:
			factor = 2
		case unitDecade:
			factor, unit = 10, unitYear
		case unitCentury:
			factor, unit = 100, unitYear
		case unitMillennium:
			factor, unit = 1000, unitYear
		case unitQuarter:
			factor, unit = 3, unitMonth
		case unitHalf:
			factor, unit = 6, unitMonth
		}
		amount = fmt.Sprint(n * factor)
	}
	value := amount + unitCode(unit)
	if unit <= unitHour {
		value = "T" + value
	}
	if f.has(fSmaller) {
		smaller := fmt.Sprint(f.get(fMore)) + unitCode(f.get(fSmaller))
		if f.get(fSmaller) <= unitHour && unit > unitHour {
			smaller = "T" + smaller
		}
		value += smaller
	}
	return "P" + value
}

// set prints what is repeated: a weekday, a month, a part of the day, or every
// so many units.
func set(f *Form) string {
	switch {
	case f.has(fWeekday):
		return fmt.Sprintf("XXXX-WXX-%d", f.get(fWeekday)) + clock(f)
	case f.has(fSeason):
		return "XXXX-" + [...]string{"SP", "SU", "FA", "WI"}[f.get(fSeason)-21]
	case f.has(fMonth) && f.has(fDay):
		return fmt.Sprintf("XXXX-%02d-%02d", f.get(fMonth), f.get(fDay))
	case f.has(fMonth):
		return fmt.Sprintf("XXXX-%02d", f.get(fMonth))
	case f.has(fPod) || f.has(fHour):
		return "XXXX-XX-XX" + clock(f)
	}
	return duration(f)
}

// clock prints a time of day: "T10:30", "TMO", "T24:00".
func clock(f *Form) string {
	switch {
	case f.has(fHour):
		hour := f.get(fHour)
		if f.has(fNoon) {
			hour = hour%12 + f.get(fNoon)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "T%02d:%02d", hour, f.or(fMinute, 0))
		if f.has(fSecond) {
			fmt.Fprintf(&b, ":%02d", f.get(fSecond))
		}
		return b.String()
	case f.has(fPod):
		return "T" + [...]string{"", "MO", "AF", "EV", "NI", "DT", "12:00", "24:00", "MI"}[f.get(fPod)]
	}
	return ""
}
