package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"afterword/data"
)

// childFile names the database for a copy of the test program that writes until
// it is killed.
const childFile = "SQLITE_TEST_CHILD"

func TestMain(m *testing.M) {
	if path := os.Getenv(childFile); path != "" {
		if err := writeForever(context.Background(), path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForever prints the ID of each application after it was stored.
func writeForever(ctx context.Context, path string) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	for {
		a := data.Application{Company: "Acme", Added: noon}
		err := s.Write(ctx, func(tx *Tx) error {
			if err := tx.AddApplication(ctx, &a); err != nil {
				return err
			}
			return tx.AddEvent(ctx, &data.Event{Application: a.ID, Type: data.EventAdded, At: noon})
		})
		if err != nil {
			return err
		}
		fmt.Println(a.ID)
	}
}

func TestKillLosesNothingAcknowledged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "killed.db")
	var acknowledged []data.ID
	for _, count := range []int{1, 2, 17, 60} {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), childFile+"="+path)
		child.Stderr = os.Stderr
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			acknowledged = append(acknowledged, data.ID(lines.Text()))
			if n+1 == count {
				if err := child.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := child.Wait(); err == nil {
			t.Fatal("the child ended by itself, want killed")
		}
	}
	s := openTest(t, path)
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	cases := must(s.Cases(t.Context(), acknowledged))
	if len(cases) != len(acknowledged) || len(cases) < 80 {
		t.Errorf("got %d of %d acknowledged applications, want all", len(cases), len(acknowledged))
	}
	for _, c := range must(s.Cases(t.Context(), nil)) {
		if len(c.Events) != 1 {
			t.Errorf("application %s has %d events, want 1: half a write", c.Application.ID, len(c.Events))
		}
	}
}
