package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestBackup(t *testing.T) {
	s := openTest(t, "")
	want := addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if got := must(os.Stat(path)).Mode().Perm(); got != 0o600 {
		t.Errorf("mode = %o, want 600", got)
	}
	if got := must(os.ReadDir(filepath.Dir(path))); len(got) != 1 {
		t.Errorf("got files %v, want the copy alone", got)
	}
	before := must(os.ReadFile(path))
	if err := s.Backup(t.Context(), path); err == nil {
		t.Error("Backup over a file succeeded, want an error")
	}
	if after := must(os.ReadFile(path)); !bytes.Equal(before, after) {
		t.Error("the first copy was changed by the second")
	}
	if got := must(openTest(t, path).Case(t.Context(), want.Application.ID)); !reflect.DeepEqual(got, want) {
		t.Errorf("Case of the copy =\n%+v, want\n%+v", got, want)
	}
}
