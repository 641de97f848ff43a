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
	cmd := &cobra.Command{Use: "import FILE", Short: "take over a spreadsheet (.csv), a calendar file (.ics) or a mail (.eml)", Args: args(1), RunE: func(_ *cobra.Command, names []string) error {
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
			out, err := imported(ctx, d, strings.ToLower(filepath.Ext(names[0])), file, dry)
			if err != nil {
				return err
			}
			return c.say(out, func() string { return importedText(out) })
		})
	}}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would be added, and add nothing")
	return cmd
}

// imported reads a file by its type and, unless it is only looked at, takes it
// over.
func imported(ctx context.Context, d *desk.Desk, ext string, file []byte, dry bool) (importedJSON, error) {
	var s desk.SheetReading
	var err error
	switch ext {
	case ".csv", ".tsv", ".txt":
		s, err = d.ReadSheet(ctx, file, nil, nil)
	case ".ics":
		var meetings []desk.Invitation
		if meetings, err = d.ReadCalendar(ctx, file); err == nil {
			s, err = d.ReadMeetings(ctx, meetings)
		}
	case ".eml":
		return importedMail(ctx, d, file, dry)
	default:
		err = fmt.Errorf("only .csv, .ics and .eml files can be imported: %w", data.ErrInvalid)
	}
	if err != nil {
		return importedJSON{}, err
	}
	out := foreseen(s)
	if dry {
		return out, nil
	}
	got, err := d.ImportSheet(ctx, s, false, nil)
	out.Added, out.Changed = got.Added, got.Changed
	return out, err
}

// importedMail files a mail with the application it belongs to, as one of a
// mailbox is; a meeting in a mail of no application becomes a new one.
func importedMail(ctx context.Context, d *desk.Desk, file []byte, dry bool) (importedJSON, error) {
	out := importedJSON{Skipped: []skippedJSON{}}
	if dry {
		return out, fmt.Errorf("what a mail does is known when it is filed; it can be undone: %w", data.ErrInvalid)
	}
	got, err := d.OpenMail(ctx, file)
	if err != nil {
		return out, err
	}
	if got.Known {
		if out.Changed = got.Matched + got.Review; out.Changed == 0 {
			out.Skipped = append(out.Skipped, skippedJSON{1, words.Skipped("known")})
		}
		return out, nil
	}
	s, err := d.ReadMeetings(ctx, got.Invitations)
	if err != nil {
		return out, err
	}
	if len(s.Rows) == 0 {
		out.Skipped = append(out.Skipped, skippedJSON{1, words.Skipped("stranger")})
		return out, nil
	}
	out = foreseen(s)
	taken, err := d.ImportSheet(ctx, s, false, nil)
	out.Added, out.Changed = taken.Added, taken.Changed
	return out, err
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
