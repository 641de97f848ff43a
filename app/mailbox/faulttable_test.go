package mailbox

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFaultTable holds that each test named in docs/faults.md is there, and that
// each fault names one.
func TestFaultTable(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("..", "..", "docs", "faults.md"))
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, dir := range []string{".", "..", filepath.Join("..", "command"), filepath.Join("..", "desk")} {
		files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			tests.Write(b)
		}
	}
	faults := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || strings.HasPrefix(line, "|---") || strings.HasPrefix(line, "| Fault") {
			continue
		}
		faults++
		names := regexp.MustCompile(`\bTest\w+`).FindAllString(cells[3], -1)
		if len(names) == 0 {
			t.Errorf("no test for%s", cells[1])
		}
		for _, name := range names {
			if !strings.Contains(tests.String(), "func "+name+"(t *testing.T)") {
				t.Errorf("%s, which is to hold%s, is not there", name, cells[1])
			}
		}
	}
	if faults < 30 {
		t.Errorf("read %d faults", faults)
	}
}
