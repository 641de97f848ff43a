package mailbox

import (
	"fmt"
	"strings"
	"testing"

	"afterword/data"
)

// TestWatchedFolders holds which folders are read: the Sent folder, what the
// user chose besides, and the INBOX last.
func TestWatchedFolders(t *testing.T) {
	list := func(lines ...string) string {
		all := ""
		for _, l := range lines {
			all += "* LIST " + l + "\r\n"
		}
		return all + "%s OK done\r\n"
	}
	for _, c := range []struct {
		name, list string
		chosen     []string
		want       string
	}{
		{"by names", list(`() "/" INBOX`, `() "/" Gesendet`, `() "/" Archiv`, `() "/" Spamverdacht`), nil, "[Gesendet INBOX]"},
		{"chosen", list(`() "/" INBOX`, `() "/" Gesendet`, `() "/" Archiv`, `() "/" Spamverdacht`), []string{"junk", "archive"}, "[Gesendet Spamverdacht Archiv INBOX]"},
		{"below another", list(`() "." INBOX`, `() "." INBOX.Sent`, `() "." INBOX.Junk`), []string{"junk"}, "[INBOX.Sent INBOX.Junk INBOX]"},
		{"special use before names", list(`() "/" INBOX`, `() "/" Sent`, `(\Sent) "/" "My letters"`, `(\All) "/" Everything`), []string{"all"}, "[My letters Everything INBOX]"},
		{"not to be opened", list(`() "/" INBOX`, `(\Noselect) "/" Sent`, `() "/" "Sent Items"`), nil, "[Sent Items INBOX]"},
		{"named by the user", list(`() "/" INBOX`, `() "/" Letters`, `() "/" Projects`), []string{"sent:Projects"}, "[Projects INBOX]"},
		{"a named one that is gone", list(`() "/" INBOX`, `() "/" Letters`), []string{"sent:Projects"}, "[INBOX]"},
		{"known before named", list(`() "/" INBOX`, `() "/" Sent`, `() "/" Projects`), []string{"sent:Projects"}, "[Sent INBOX]"},
		{"none but the INBOX", list(`() "/" INBOX`), []string{"junk"}, "[INBOX]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := polite().with("LIST", c.list).start(t)
			for _, chosen := range c.chosen {
				role, name, _ := strings.Cut(chosen, ":")
				a.Mailbox.Folders = append(a.Mailbox.Folders, data.Folder{Role: role, Name: name})
			}
			s, err := open(t.Context(), a, func(Step) {})
			if err != nil {
				t.Fatal(err)
			}
			defer s.drop()
			folders, err := s.watched(t.Context(), a.Mailbox)
			var names []string
			for _, f := range folders {
				names = append(names, f.Name)
			}
			if got := fmt.Sprint(names); err != nil || got != c.want {
				t.Errorf("got %s %v, want %s", got, err, c.want)
			}
		})
	}
}

// TestSentFolderIsAskedFor: where no folder is known to hold the sent mail, those
// that may are offered.
func TestSentFolderIsAskedFor(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"* LIST () \"/\" INBOX\r\n* LIST () \"/\" Letters\r\n* LIST (\\Trash) \"/\" Bin\r\n* LIST (\\Noselect) \"/\" Top\r\n* LIST () \"/\" Spam\r\n", "[sent Letters junk Spam]"},
		{"* LIST () \"/\" INBOX\r\n* LIST () \"/\" Letters\r\n* LIST () \"/\" Sent\r\n", "[]"},
	} {
		checked, err := Test(t.Context(), polite().with("LIST", c.list+"%s OK done\r\n").start(t), func(Step) {})
		got := []string{}
		for _, f := range checked.Offered {
			got = append(got, f.Role+" "+f.Name)
		}
		if err != nil || fmt.Sprint(got) != c.want {
			t.Errorf("offered %v, %v, want %s", got, err, c.want)
		}
	}
}
