package letter

import "strings"

// values returns what the templates may name.
func (b Brief) values() map[string]string {
	v := map[string]string{
		"First": b.First, "Last": b.Last, "Title": b.Title,
		"Role": b.Role, "Company": b.Company, "Me": b.Me,
		"Topic": b.Topic, "Strength": b.Strength, "Day": b.Day, "Date": b.Date,
		"NextStep": b.NextStep, "PromisedDay": b.PromisedDay, "Deadline": b.Deadline, "News": b.News,
	}
	for k, s := range v {
		v[k] = tidy(s, k)
	}
	if b.Short {
		v["Strength"] = ""
		if b.Stage != "confirm_invite" { // there it is the meeting that is confirmed
			v["NextStep"] = ""
		}
	}
	v["Day"] = firstOf(v["Day"], v["Date"])
	v["Date"] = firstOf(v["Date"], v["Day"])
	v["Hello"], v["Dear"], v["Greeting"] = salutations(b.Language, b.Tone, v["Title"], v["First"], v["Last"])
	v["Signature"] = signature(b.Signature, v["Me"])
	return v
}

// tidy puts a value on one line, and takes the full stop from a phrase that
// stands inside a sentence. Names keep theirs: "Acme Inc."
func tidy(s, name string) string {
	s = strings.Join(strings.Fields(s), " ")
	switch name {
	case "Topic", "Strength", "NextStep", "PromisedDay", "Deadline", "News":
		return strings.TrimRight(s, ".;,:!? ")
	}
	return s
}

// signature returns the lines below the name, without a first line that says
// the name again.
func signature(s, me string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(s, "\r", ""), "\n") {
		lines = append(lines, strings.TrimRight(line, " \t"))
	}
	if len(lines) > 0 && strings.EqualFold(strings.TrimSpace(lines[0]), me) {
		lines = lines[1:]
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
