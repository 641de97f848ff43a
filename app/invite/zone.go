package invite

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

func addZones(add func(string, func(*reading, []string) (bool, error))) {
	add(`(?:utc|gmt)? ?([+-]\d{1,2}(?::?\d\d)?)\b`, func(rd *reading, m []string) (bool, error) {
		if rd.start == nil {
			return false, nil
		}
		return takeOffsetZone(rd, strings.TrimSpace(m[0]), m[1])
	})
	add(`([a-z]+(?:/[a-z0-9_+-]+){1,2})`, func(rd *reading, m []string) (bool, error) {
		loc, ok := Location(m[1])
		if !ok {
			return false, nil
		}
		return rd.setZone(m[0], loc.String(), loc)
	})
	add(`\(?([a-z]+(?: [a-z]+)?) (?:standard |daylight |summer )?time\b\)?`, takeZone)
	add(`\(?([a-z]{1,5})\b\)?`, takeZone)
}

// takeZone reads an abbreviation or a city by the table of zoneNames.
func takeZone(rd *reading, m []string) (bool, error) {
	name, ok := zoneNames()[strings.ToLower(m[1])]
	if !ok {
		return false, nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return false, nil
	}
	return rd.setZone(m[0], name, loc)
}

// takeOffsetZone reads "z" or a distance from UTC such as +01:00.
func takeOffsetZone(rd *reading, words, offset string) (bool, error) {
	if strings.EqualFold(offset, "z") {
		return rd.setZone(words, "UTC", time.UTC)
	}
	digits := strings.ReplaceAll(offset[1:], ":", "")
	hours, minutes := digits, "0"
	if len(digits) > 2 {
		hours, minutes = digits[:len(digits)-2], digits[len(digits)-2:]
	}
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	if h > 14 || m > 59 {
		return false, &Unread{Words: words, Why: WhyNoTime}
	}
	seconds := h*3600 + m*60
	if offset[0] == '-' {
		seconds = -seconds
	}
	return rd.setZone(words, "", time.FixedZone("", seconds))
}

// zoneNames gives IANA zones for what people write behind a time. An
// abbreviation means the place, whatever the season: "3pm EST" in July is said
// by people whose clocks show EDT. Where several places share one, it is the
// most populous of those that write mail in English.
var zoneNames = sync.OnceValue(func() map[string]string {
	zones := map[string]string{}
	for zone, words := range map[string]string{
		"UTC":                 "utc z gmt",
		"America/New_York":    "et est edt eastern new_york boston",
		"America/Chicago":     "ct cst cdt central chicago",
		"America/Denver":      "mt mst mdt mountain denver",
		"America/Los_Angeles": "pt pst pdt pacific los_angeles seattle san_francisco",
		"America/Anchorage":   "akst akdt",
		"Pacific/Honolulu":    "hst",
		"America/Halifax":     "ast adt",
		"America/Toronto":     "toronto",
		"America/Sao_Paulo":   "brt",
		"Europe/London":       "bst uk london british",
		"Europe/Dublin":       "dublin irish",
		"Europe/Lisbon":       "wet west lisbon",
		"Europe/Berlin":       "cet cest mez mesz berlin german central_european",
		"Europe/Paris":        "paris french",
		"Europe/Madrid":       "madrid",
		"Europe/Amsterdam":    "amsterdam",
		"Europe/Zurich":       "zurich swiss",
		"Europe/Vienna":       "vienna",
		"Europe/Stockholm":    "stockholm",
		"Europe/Warsaw":       "warsaw",
		"Europe/Athens":       "eet eest athens",
		"Europe/Helsinki":     "helsinki",
		"Europe/Istanbul":     "trt istanbul",
		"Europe/Moscow":       "msk moscow",
		"Asia/Jerusalem":      "idt israel",
		"Asia/Dubai":          "gst dubai",
		"Asia/Kolkata":        "ist india mumbai",
		"Asia/Singapore":      "sgt singapore",
		"Asia/Hong_Kong":      "hkt hong_kong",
		"Asia/Shanghai":       "china beijing",
		"Asia/Tokyo":          "jst tokyo japan",
		"Asia/Seoul":          "kst seoul",
		"Australia/Sydney":    "aet aest aedt sydney melbourne",
		"Australia/Adelaide":  "acst acdt",
		"Australia/Perth":     "awst perth",
		"Pacific/Auckland":    "nzst nzdt auckland",
		"Africa/Johannesburg": "sast johannesburg",
		"Africa/Lagos":        "wat lagos",
		"Africa/Nairobi":      "eat nairobi",
	} {
		for _, w := range strings.Fields(words) {
			zones[strings.ReplaceAll(w, "_", " ")] = zone
		}
	}
	return zones
})
