package mailbox

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

func TestParts(t *testing.T) {
	for mails, want := range map[uint32]string{
		0: "[]", 100_000: "[]", 100_001: "[100001:* 1:100000]", 200_000: "[100001:* 1:100000]", 250_000: "[200001:* 100001:200000 1:100000]",
	} {
		var got []string
		for _, p := range parts(mails) {
			for _, set := range p {
				got = append(got, set.String())
			}
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%d mails: got %v, want %s", mails, got, want)
		}
	}
}

// million is a server with a million mails in its INBOX; found answers each of
// the ten searches.
func million(found func(first, last int) string) scripted {
	s := polite().with("EXAMINE", "* 1000000 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 2000001] n\r\n%s OK [READ-ONLY] done\r\n")
	s = s.with("UID SEARCH 900001:* ", found(900_001, 1_000_000))
	for first := 1; first < 900_000; first += 100_000 {
		s = s.with(fmt.Sprintf("UID SEARCH %d:%d ", first, first+99_999), found(first, first+99_999))
	}
	return s.with("UID SEARCH", "* SEARCH\r\n%s BAD too many\r\n")
}

// TestMillionMails reads the few mails that are new enough among a million, and
// holds that a search that finds all of them is no endless line.
func TestMillionMails(t *testing.T) {
	few := million(func(first, _ int) string {
		if first < 800_000 {
			return "* SEARCH\r\n%s OK done\r\n"
		}
		return fmt.Sprintf("* SEARCH %d %d\r\n%%s OK done\r\n", 2*first, 2*first+2)
	})
	few.fetch = func(set string) string {
		var out strings.Builder
		for uid := range strings.SplitSeq(set, ",") {
			n := 0
			fmt.Sscan(uid, &n)
			out.WriteString(mail(n, "Subject: other\r\n\r\n"))
		}
		return out.String() + "%s OK done\r\n"
	}
	f := watched(t, few, data.Folder{})
	if got := fmt.Sprint(f.uids()); got != "[1600002 1600004 1800002 1800004]" || f.folders["INBOX"].UIDNext != 2_000_001 {
		t.Errorf("took %s and left the cursor at %d", got, f.folders["INBOX"].UIDNext)
	}
	a := million(func(first, last int) string {
		out := []byte("* SEARCH")
		for n := first; n <= last; n++ {
			out = fmt.Appendf(out, " %d", 2*n)
		}
		return string(out) + "\r\n%s OK done\r\n"
	}).start(t)
	s, err := open(t.Context(), a, func(Step) {})
	if err != nil {
		t.Fatal(err)
	}
	defer s.drop()
	if _, err := s.examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	all, err := s.since(t.Context(), data.Day{Year: 2026, Month: 1, Day: 1})
	if err != nil || len(all) != 1_000_000 || all[0] != 2 || all[len(all)-1] != 2_000_000 {
		t.Errorf("found %d, %v, want a million in their order", len(all), err)
	}
}

// TestManyNewMails reads what came in a long absence batch by batch, and stops
// without loss where it cannot be stored.
func TestManyNewMails(t *testing.T) {
	s := box(3*batchHeads, func(int) string { return "" })
	s = s.with("UID SEARCH UID", strings.Replace(s.answers["UID SEARCH"], "* SEARCH 1 2 3 4 5 6 7 8 9 ", "* SEARCH ", 1)) // 10:*
	f := watched(t, s, data.Folder{Name: "INBOX", UIDValidity: 7, UIDNext: 10})
	if n := len(f.uids()); n != 3*batchHeads-9 || len(f.batches) != 3 || f.folders["INBOX"].UIDNext != 3*batchHeads+1 {
		t.Errorf("took %d mails in %d batches, cursor %d", n, len(f.batches), f.folders["INBOX"].UIDNext)
	}
	a := s.start(t)
	broken := &brokenFiling{filing: newFiling(), good: 1}
	w := NewWatcher(Watcher{Account: func(context.Context) (Account, error) { return a, nil }, Mailbox: "box", Filing: broken, HeadFields: []string{"Subject"}, Now: time.Now})
	_, err := w.Sync(t.Context())
	if left := broken.folders["INBOX"].UIDNext; !errors.Is(err, ErrFiling) || imap.UID(left) != batchHeads+1 {
		t.Errorf("got %v, cursor %d, want the first batch alone", err, left)
	}
	w.Filing = broken.filing
	if _, err := w.Sync(t.Context()); err != nil || len(broken.uids()) != 3*batchHeads {
		t.Errorf("afterwards: %v, %d mails, want each of them once", err, len(broken.uids()))
	}
}

// A brokenFiling stores so many batches and then no more.
type brokenFiling struct {
	*filing
	good int
}

func (f *brokenFiling) Receive(ctx context.Context, b data.Batch) (data.Received, error) {
	if f.good--; f.good < 0 {
		return data.Received{}, errors.New("database or disk is full")
	}
	return f.filing.Receive(ctx, b)
}

// TestLongHead keeps of a head as much as is judged, and reads on behind it.
func TestLongHead(t *testing.T) {
	long := "Subject: other\r\n" + strings.Repeat("X-Filler: x\r\n", 50_000) + "\r\n"
	s := polite().with("UID SEARCH", "* SEARCH 4 5\r\n%s OK done\r\n").with("UID FETCH", mail(4, long)+mail(5, "Subject: other\r\n\r\n")+"%s OK done\r\n")
	f, err := syncOnce(t, s)
	if err != nil || fmt.Sprint(f.uids()) != "[4 5]" || len(f.batches[0].Mails[0].Raw) != bodyBytes || len(f.batches[0].Mails[1].Raw) != 18 {
		t.Errorf("got %v, mails %v, want both and %d bytes of the first", err, f.uids(), bodyBytes)
	}
}

// TestSearchWithoutEnd: sets from which the library would panic, or make a list
// of billions, are refused.
func TestSearchWithoutEnd(t *testing.T) {
	for _, c := range []struct {
		all  imap.NumSet
		want int
	}{
		{nil, 0},
		{imap.UIDSet{{Start: 3, Stop: 5}, {Start: 9, Stop: 9}}, 4},
		{imap.UIDSet{{Start: 1, Stop: 0}}, -1},
		{imap.UIDSet{{Start: 0, Stop: 0}}, -1},
		{imap.UIDSet{{Start: 1, Stop: 4_294_967_295}}, -1},
		{imap.UIDSet{{Start: 1, Stop: 900_000}, {Start: 1_000_000, Stop: 1_900_000}}, -1},
		{imap.SeqSet{{Start: 1, Stop: 2}}, -1},
	} {
		got, err := foundIn(&imap.SearchData{All: c.all})
		if (err != nil) != (c.want < 0) || err != nil && !errors.Is(err, ErrProtocol) || err == nil && len(got) != c.want {
			t.Errorf("%v: got %d, %v, want %d", c.all, len(got), err, c.want)
		}
	}
}
