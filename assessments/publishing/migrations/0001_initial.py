import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('assessments', '0002_initial'),
        ('municipalities', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('summary', 'Impact summary'), ('screening', 'Screening')], max_length=10, verbose_name='kind')),
                ('language', models.CharField(choices=[('fi', 'Finnish'), ('sv', 'Swedish'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('is_primary', models.BooleanField()),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('card', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('content_hash', models.CharField(max_length=64)),
                ('html', models.TextField()),
                ('change_note', models.TextField(blank=True, max_length=1000, verbose_name='what was corrected')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='published')),
                ('is_current', models.BooleanField(default=True)),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn')),
                ('withdrawn_reason', models.TextField(blank=True, max_length=1000, verbose_name='why it was withdrawn')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='assessments.assessment')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='municipalities.municipality')),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='assessments.report')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'publication',
                'verbose_name_plural': 'publications',
                'ordering': ['-published_at', '-pk'],
                'indexes': [models.Index(fields=['is_current', '-published_at'], name='publishing__is_curr_714062_idx'), models.Index(fields=['municipality', 'is_current', '-published_at'], name='publishing__municip_ac3b55_idx')],
                'constraints': [models.UniqueConstraint(fields=('assessment', 'kind', 'language', 'version'), name='publication_version_once'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('assessment', 'language'), name='publication_one_current'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True), ('withdrawn_reason', '')), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False), models.Q(('withdrawn_reason', ''), _negated=True)), _connector='OR'), name='publication_withdrawal_whole')],
            },
        ),
    ]
