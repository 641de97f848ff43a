package command

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// maxSheet is more than any spreadsheet of a job search has.
const maxSheet = 64 << 20

type skippedJSON struct {
	Line int    `json:"line"`
	Why  string `json:"why"`
}

type importedJSON struct {
	Added   int           `json:"added"`
	Changed int           `json:"changed"`
	Skipped []skippedJSON `json:"skipped"`
}

func (c *cli) imports() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{Use: "import FILE", Short: "take over a spreadsheet (.csv)", Args: args(1), RunE: func(_ *cobra.Command, names []string) error {
		if ext := strings.ToLower(filepath.Ext(names[0])); ext != ".csv" && ext != ".tsv" && ext != ".txt" {
			return fmt.Errorf("%s: only spreadsheets saved as CSV can be imported: %w", filepath.Base(names[0]), data.ErrInvalid)
		}
		info, err := os.Stat(names[0])
		if err != nil {
			return err
		}
		if info.Size() > maxSheet {
			return fmt.Errorf("%s is larger than any spreadsheet of a job search: %w", filepath.Base(names[0]), data.ErrInvalid)
		}
		file, err := os.ReadFile(names[0])
		if err != nil {
			return err
		}
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			s, err := d.ReadSheet(ctx, file, nil, nil)
			if err != nil {
				return err
			}
			out := foreseen(s)
			if !dry {
				got, err := d.ImportSheet(ctx, s, false, nil)
				if err != nil {
					return err
				}
				out.Added, out.Changed = got.Added, got.Changed
			}
			return c.say(out, func() string { return importedText(out) })
		})
	}}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would be added, and add nothing")
	return cmd
}

// foreseen counts what a reading would do.
func foreseen(s desk.SheetReading) importedJSON {
	out := importedJSON{Skipped: []skippedJSON{}}
	for _, row := range s.Rows {
		switch row.Does {
		case desk.DoesAdd:
			out.Added++
		case desk.DoesRound:
			out.Changed++
		default:
			out.Skipped = append(out.Skipped, skippedJSON{row.Number, words.Skipped(string(row.Does))})
		}
	}
	return out
}

func importedText(out importedJSON) string {
	lines := []string{assets.L("Added: {{.Added}}. Further rounds: {{.Changed}}. Left out: {{.Skipped}}.",
		assets.Args{"Added": strconv.Itoa(out.Added), "Changed": strconv.Itoa(out.Changed), "Skipped": strconv.Itoa(len(out.Skipped))})}
	for _, s := range out.Skipped {
		lines = append(lines, assets.L("Line {{.Line}}: {{.Why}}", assets.Args{"Line": strconv.Itoa(s.Line), "Why": s.Why}))
	}
	return strings.Join(lines, "\n")
}
