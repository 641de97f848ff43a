package reply

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// A label says what a careful reader makes of one mail of testdata/mail.
type label struct {
	File        string
	Class       data.Class
	Action      data.Action
	Return      *data.Day `json:"return_date"`
	Inclusive   *bool     `json:"return_inclusive"`
	NewText     *string   `json:"new_text"`
	Meaning     data.ReplyClass
	PromisedBy  *data.Day `json:"promised_by"`
	Application *string
	DoubtOn     []string `json:"doubt_on"`

	folder string // where the mail lies
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// labels reads the labels of all folders of testdata that have some.
func labels(t testing.TB) []label {
	t.Helper()
	files, err := filepath.Glob("testdata/*/labels.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels in testdata: %v", err)
	}
	var all []label
	for _, f := range files {
		var some []label
		if err := json.Unmarshal(readFile(t, f), &some); err != nil {
			t.Fatal(f, err)
		}
		for i := range some {
			some[i].folder = filepath.Dir(f)
		}
		all = append(all, some...)
	}
	return all
}

// arrival is how long after the state of the world a labelled mail arrives.
const arrival = 12 * time.Hour

type worldFile struct {
	AsOf time.Time `json:"as_of"`
	User struct {
		Addresses []string
		OwnHost   string `json:"own_host"`
	}
	ATS          []string `json:"applicant_system_domains"`
	Applications []struct {
		ID, Company, Role, State string
		People                   []struct {
			ID, Name, Address string
			Preferred         string `json:"preferred_name"`
			Group             bool
		}
		Rounds []struct {
			ID, UID    string
			Start, End time.Time
		}
	}
	Sent []struct {
		ID, Application, Item, To string
		At                        time.Time
		MessageID                 string   `json:"message_id"`
		Relayed                   string   `json:"relayed_id"`
		Others                    []string `json:"other_ids"`
	}
}

// testWorld is the state into which every mail of testdata/mail arrives.
func testWorld(t testing.TB) World {
	t.Helper()
	var f worldFile
	if err := json.Unmarshal(readFile(t, "testdata/mail/world.json"), &f); err != nil {
		t.Fatal(err)
	}
	w := World{Me: f.User.Addresses, OwnHosts: []string{f.User.OwnHost}, Now: f.AsOf, Zone: time.UTC}
	for _, a := range f.Applications {
		c := data.Case{Application: data.Application{ID: data.ID(a.ID), Company: a.Company, Role: a.Role, State: data.Active}}
		if a.State == "closed" {
			c.Application.State = data.ClosedBy
		}
		for _, p := range a.People {
			c.People = append(c.People, data.Person{ID: data.ID(p.ID), Name: p.Name, Preferred: p.Preferred, Addresses: []string{p.Address}, Group: p.Group})
		}
		for _, r := range a.Rounds {
			c.Interviews = append(c.Interviews, data.Interview{ID: data.ID(r.ID), Start: r.Start, End: r.End, UID: r.UID})
		}
		w.Cases = append(w.Cases, c)
	}
	for _, s := range f.Sent {
		for _, id := range append([]string{s.MessageID, s.Relayed}, s.Others...) {
			if id = strings.Trim(id, "<>"); id != "" {
				w.Sent = append(w.Sent, data.Message{ID: data.ID(s.ID), Application: data.ID(s.Application), Item: data.ItemKey(s.Item), To: []string{s.To}, Arrived: s.At, Key: id})
			}
		}
	}
	return w
}
