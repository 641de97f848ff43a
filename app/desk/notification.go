package desk

import (
	"strings"
	"time"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// A Notification is what the desktop shows once.
type Notification struct {
	ID          string // of the item, or "summary"
	Title, Body string
	Application data.ID // where a click leads; "" is Today
	Item        data.ItemKey
}

// notification puts mentions into words: one item by its name, several as a
// summary (screens.md 4.9). said is the first of count. unchecked is since when
// the mail was not looked at.
func notification(s words.Speaker, said []spoken, count int, hide bool, unchecked time.Time) Notification {
	n := Notification{ID: "summary"}
	if count == 1 {
		c, it := said[0].c, said[0].item
		n = Notification{ID: string(c.Application.ID) + ":" + string(it.Key), Application: c.Application.ID, Item: it.Key}
		n.Title, n.Body = s.Notice(c, it)
	} else {
		n.Title = assets.N("{{.N}} thing is ready when you are", "{{.N}} things are ready when you are", count)
		n.Body = companies(said)
	}
	if hide {
		n.Title, n.Body = assets.L("Afterword: something is ready"), ""
	}
	n.Title = words.Sentence(n.Title)
	if !unchecked.IsZero() {
		n.Body = strings.TrimSpace(n.Body + " " + assets.L("Mail not checked since {{.When}}.", assets.Args{"When": s.Full(unchecked)}))
	}
	return n
}

// companies names up to three companies of a summary.
func companies(said []spoken) string {
	const most = 3
	var names []string
	seen := make(map[string]bool)
	for _, m := range said {
		if name := m.c.Application.Company; !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return strings.Join(names, ", ")
}
