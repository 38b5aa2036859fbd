//! The storage contract on each database that keeps it.

mod audit;
mod chunks;
mod failing;
mod full_disk;
mod key_points;
mod metadata;
mod output_documents;
mod people;
mod programme;
mod sign_ins;
mod snapshots;
mod upgraded;
mod wake;
