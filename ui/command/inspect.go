package command

import (
	"encoding/json"
	"io"
	"os"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// inspection is what inspect prints: the briefing as an import would find it,
// with the canonical text, so that every offset can be checked from outside.
type inspection struct {
	briefings.Briefing
	Text string `json:"text"`
}

func inspect(path string, w io.Writer) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	doc, err := intake.Read(data, intake.Options{Source: path, Now: time.Now()})
	if err != nil {
		return err
	}
	b := extract.All(&doc.Revision, doc.Meta)
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return out.Encode(inspection{b, doc.Revision.Text()})
}
